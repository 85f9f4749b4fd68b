package dev.assay.metric;

import java.util.Locale;
import java.util.Optional;

/** Metrics of one label, averages over labels and policies, for those metrics that have them. */
final class MetricVariants {

    private MetricVariants() {}

    /** How a name asks for an average. */
    enum Average {
        MICRO("micro ", ""),
        MACRO_OVER_ALL_LABELS("macro ", " over all labels"),
        MACRO("macro ", ""),
        WEIGHTED("weighted ", ""),
        SAMPLES("samples ", "");

        private final String prefix;
        private final String suffix;

        Average(String prefix, String suffix) {
            this.prefix = prefix;
            this.suffix = suffix;
        }

        boolean fits(String name) {
            String lower = spaced(name);
            return lower.startsWith(prefix)
                    && lower.endsWith(suffix)
                    && lower.length() > prefix.length() + suffix.length();
        }

        String metricOf(String name) {
            return name.substring(prefix.length(), name.length() - suffix.length());
        }

        private static String spaced(String name) {
            return name.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
        }
    }

    static Optional<Metric> ofLabel(Metric metric, String label) {
        if (metric instanceof LabelMetric ofCounts) {
            return Optional.of(ofCounts.ofLabel(label));
        }
        if (metric instanceof ScoreMetric ofScores) {
            return Optional.of(ofScores.ofLabel(label));
        }
        if (metric instanceof LabelSetMetric ofSets) {
            return Optional.of(ofSets.ofLabel(label));
        }
        if (metric instanceof PositiveLabelMetric ofPositive) {
            return Optional.of(ofPositive.ofLabel().apply(label));
        }
        return metric instanceof CalibrationMetric calibration
                ? Optional.of(calibration.ofLabel(label))
                : Optional.empty();
    }

    static Optional<Metric> averaged(Metric metric, Average average) {
        if (metric instanceof LabelMetric ofCounts) {
            return Optional.ofNullable(
                    switch (average) {
                        case MICRO -> ofCounts.micro();
                        case MACRO -> ofCounts.macro();
                        case MACRO_OVER_ALL_LABELS -> ofCounts.macroOverAllLabels();
                        case WEIGHTED -> ofCounts.weighted();
                        case SAMPLES -> null;
                    });
        }
        if (metric instanceof LabelSetMetric ofSets) {
            return Optional.ofNullable(
                    switch (average) {
                        case MICRO -> ofSets.micro();
                        case MACRO -> ofSets.macro();
                        case MACRO_OVER_ALL_LABELS -> null;
                        case WEIGHTED -> ofSets.weighted();
                        case SAMPLES -> ofSets.samples();
                    });
        }
        if (metric instanceof ScoreMetric ofScores) {
            return Optional.ofNullable(
                    switch (average) {
                        case MACRO -> ofScores.macro();
                        case WEIGHTED -> ofScores.weighted();
                        default -> null;
                    });
        }
        return Optional.empty();
    }

    static Optional<Metric> withZeroDivision(Metric metric, ZeroDivision policy) {
        if (metric instanceof LabelMetric ofCounts) {
            return Optional.of(ofCounts.withZeroDivision(policy));
        }
        return metric instanceof LabelSetMetric ofSets
                ? Optional.of(ofSets.withZeroDivision(policy))
                : Optional.empty();
    }
}
