package dev.assay.metric;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

/** The metrics of regression, with examples of those that have parameters. */
final class RegressionCatalogue {

    /** Less is better, pooled, defined for all numbers. */
    static final List<Metric> MEANS_OF_ANY_NUMBERS = List.of(
            RegressionMetrics.MEAN_ABSOLUTE_ERROR,
            RegressionMetrics.MEAN_SQUARED_ERROR,
            RegressionMetrics.ROOT_MEAN_SQUARED_ERROR,
            RegressionMetrics.MEAN_ABSOLUTE_PERCENTAGE_ERROR,
            RegressionMetrics.SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR,
            RegressionMetrics.pinballLoss(0.1),
            RegressionMetrics.pinballLoss(0.5),
            RegressionMetrics.tweedieDeviance(0),
            RegressionMetrics.meanAbsoluteScaledError(2.5));

    /** Less is better, pooled, defined for positive numbers. */
    static final List<Metric> MEANS_OF_POSITIVE_NUMBERS = List.of(
            RegressionMetrics.MEAN_SQUARED_LOG_ERROR,
            RegressionMetrics.ROOT_MEAN_SQUARED_LOG_ERROR,
            RegressionMetrics.POISSON_DEVIANCE,
            RegressionMetrics.GAMMA_DEVIANCE,
            RegressionMetrics.tweedieDeviance(-1.5),
            RegressionMetrics.tweedieDeviance(1),
            RegressionMetrics.tweedieDeviance(1.5),
            RegressionMetrics.tweedieDeviance(2),
            RegressionMetrics.tweedieDeviance(3));

    /** Less is better, averaged. */
    static final List<Metric> OF_SORTED_ERRORS =
            List.of(RegressionMetrics.MEDIAN_ABSOLUTE_ERROR, RegressionMetrics.MAXIMUM_ERROR);

    /** More is better, at most 1, averaged, defined for all numbers. */
    static final List<Metric> EXPLAINED_OF_ANY_NUMBERS = List.of(
            RegressionMetrics.R2,
            RegressionMetrics.EXPLAINED_VARIANCE,
            RegressionMetrics.D2_ABSOLUTE_ERROR,
            RegressionMetrics.d2PinballLoss(0.1),
            RegressionMetrics.d2TweedieDeviance(0));

    /** More is better, at most 1, averaged, defined for positive numbers. */
    static final List<Metric> EXPLAINED_OF_POSITIVE_NUMBERS = List.of(
            RegressionMetrics.d2TweedieDeviance(-1.5),
            RegressionMetrics.d2TweedieDeviance(1),
            RegressionMetrics.d2TweedieDeviance(1.5),
            RegressionMetrics.d2TweedieDeviance(2),
            RegressionMetrics.d2TweedieDeviance(3));

    /** Pooled, defined where there are quantiles; the coverage comes first. */
    static final List<Metric> OF_QUANTILES = List.of(
            RegressionMetrics.intervalCoverage(0.8),
            RegressionMetrics.intervalCoverageError(0.8),
            RegressionMetrics.intervalWidth(0.8),
            RegressionMetrics.winklerScore(0.8),
            RegressionMetrics.CONTINUOUS_RANKED_PROBABILITY_SCORE);

    private RegressionCatalogue() {}

    static List<Metric> ofAnyNumbers() {
        return concatenated(List.of(MEANS_OF_ANY_NUMBERS, OF_SORTED_ERRORS, EXPLAINED_OF_ANY_NUMBERS));
    }

    static List<Metric> ofPositiveNumbers() {
        return concatenated(List.of(MEANS_OF_POSITIVE_NUMBERS, EXPLAINED_OF_POSITIVE_NUMBERS));
    }

    static List<Metric> all() {
        return concatenated(List.of(ofAnyNumbers(), ofPositiveNumbers(), OF_QUANTILES));
    }

    static List<Metric> explained() {
        return concatenated(List.of(EXPLAINED_OF_ANY_NUMBERS, EXPLAINED_OF_POSITIVE_NUMBERS));
    }

    static List<Metric> concatenated(List<List<Metric>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /** Reads the catalogue's public constants. */
    static List<Metric> constants() {
        return Stream.of(RegressionMetrics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return (Metric) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
