package dev.assay.metric;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.numeric.ExactSum;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Precision, recall or F-beta: defined for each label, and as averages over labels.
 *
 * <p>Without further words it is the positive label's where the data declare one, and otherwise the macro average over
 * the labels that occur in the truth or the predictions. All of it is computed from one confusion matrix.
 */
public final class LabelMetric implements Metric {

    /** What is divided by what. */
    private enum Quotient {
        PRECISION,
        RECALL,
        F_BETA
    }

    private enum Average {
        UNRESOLVED,
        ONE_LABEL,
        MICRO,
        MACRO,
        MACRO_OVER_ALL_LABELS,
        WEIGHTED
    }

    private final Quotient quotient;
    private final double beta;
    private final Average average;
    private final @Nullable String label;
    private final ZeroDivision zeroDivision;

    private LabelMetric(
            Quotient quotient, double beta, Average average, @Nullable String label, ZeroDivision zeroDivision) {
        this.quotient = quotient;
        this.beta = beta;
        this.average = average;
        this.label = label;
        this.zeroDivision = zeroDivision;
    }

    static LabelMetric precision() {
        return new LabelMetric(Quotient.PRECISION, 0, Average.UNRESOLVED, null, ZeroDivision.ZERO);
    }

    static LabelMetric recall() {
        return new LabelMetric(Quotient.RECALL, 0, Average.UNRESOLVED, null, ZeroDivision.ZERO);
    }

    static LabelMetric fBeta(double beta) {
        if (!(beta > 0) || Double.isInfinite(beta * beta)) {
            throw new IllegalArgumentException("beta must be positive, and its square finite, unlike that of " + beta);
        }
        return new LabelMetric(Quotient.F_BETA, beta, Average.UNRESOLVED, null, ZeroDivision.ZERO);
    }

    private LabelMetric with(Average newAverage, @Nullable String newLabel) {
        return new LabelMetric(quotient, beta, newAverage, newLabel, zeroDivision);
    }

    /**
     * Chooses one label.
     *
     * @param name the label
     * @return the metric of that label
     */
    public LabelMetric ofLabel(String name) {
        return with(Average.ONE_LABEL, name);
    }

    /**
     * Chooses the average from the counts of all labels together; for single-label data this is the accuracy.
     *
     * @return the micro average
     */
    public LabelMetric micro() {
        return with(Average.MICRO, null);
    }

    /**
     * Chooses the plain mean over the labels that occur in the truth or the predictions.
     *
     * @return the macro average
     */
    public LabelMetric macro() {
        return with(Average.MACRO, null);
    }

    /**
     * Chooses the plain mean over all labels of the vocabulary.
     *
     * @return the macro average over all labels
     */
    public LabelMetric macroOverAllLabels() {
        return with(Average.MACRO_OVER_ALL_LABELS, null);
    }

    /**
     * Chooses the mean over labels, weighted by how often each is the truth. Weighted F1 may lie outside of the interval
     * between weighted precision and weighted recall.
     *
     * @return the weighted average
     */
    public LabelMetric weighted() {
        return with(Average.WEIGHTED, null);
    }

    /**
     * Chooses what 0/0 is.
     *
     * @param policy 0 unless chosen otherwise
     * @return the same metric under that policy
     */
    public LabelMetric withZeroDivision(ZeroDivision policy) {
        return new LabelMetric(quotient, beta, average, label, policy);
    }

    @Override
    public String name() {
        String name = switch (average) {
            case UNRESOLVED -> quotientName();
            case ONE_LABEL -> quotientName() + " of \"" + label + "\"";
            case MICRO -> "micro " + quotientName();
            case MACRO -> "macro " + quotientName();
            case MACRO_OVER_ALL_LABELS -> "macro " + quotientName() + " over all labels";
            case WEIGHTED -> "weighted " + quotientName();
        };
        return switch (zeroDivision) {
            case ZERO -> name;
            case ONE -> name + " (0/0 is 1)";
            case UNDEFINED -> name + " (0/0 is undefined)";
        };
    }

    private String quotientName() {
        return switch (quotient) {
            case PRECISION -> "precision";
            case RECALL -> "recall";
            case F_BETA -> "F" + BigDecimal.valueOf(beta).stripTrailingZeros().toPlainString();
        };
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.POOLED;
    }

    @Override
    public Metric resolve(Targets targets) {
        Labels labels = MetricLabels.require(this, label, targets);
        return average == Average.UNRESOLVED
                ? labels.positive().map(this::ofLabel).orElseGet(this::macro)
                : this;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        ConfusionMatrix matrix = outcomes.confusion();
        Labels labels = matrix.labels();
        return switch (average) {
            case UNRESOLVED -> resolve(outcomes.truth()).value(outcomes);
            case ONE_LABEL -> ofLabel(matrix, labelIndex(labels));
            case MICRO -> micro(matrix);
            case MACRO -> macro(matrix, false);
            case MACRO_OVER_ALL_LABELS -> macro(matrix, true);
            case WEIGHTED -> weighted(matrix);
        };
    }

    private int labelIndex(Labels labels) {
        return labels.indexOf(Objects.requireNonNull(label));
    }

    private MetricValue ofLabel(ConfusionMatrix matrix, int index) {
        double truePositives = matrix.cell(index, index);
        return quotient(
                truePositives,
                matrix.predicted(index) - truePositives,
                matrix.support(index) - truePositives,
                "\"" + matrix.labels().name(index) + "\"");
    }

    /** Counts first: {@code (1+β²)TP / ((1+β²)TP + β²FN + FP)}, and 0/0 only where all counts of the quotient are 0. */
    private MetricValue quotient(double truePositives, double falsePositives, double falseNegatives, String what) {
        double b = beta * beta;
        double numerator = quotient == Quotient.F_BETA ? (1 + b) * truePositives : truePositives;
        double denominator = switch (quotient) {
            case PRECISION -> truePositives + falsePositives;
            case RECALL -> truePositives + falseNegatives;
            case F_BETA -> (1 + b) * truePositives + b * falseNegatives + falsePositives;
        };
        if (denominator > 0) {
            return MetricValue.of(numerator / denominator);
        }
        return zeroDivision.value(
                switch (quotient) {
                    case PRECISION -> "no example was predicted as " + what;
                    case RECALL -> "no example is " + what;
                    case F_BETA -> "no example is " + what + " or was predicted so";
                });
    }

    private MetricValue micro(ConfusionMatrix matrix) {
        double correct = matrix.correct();
        double wrong = matrix.total() - correct;
        return quotient(correct, wrong, wrong, "any label");
    }

    private MetricValue macro(ConfusionMatrix matrix, boolean overAllLabels) {
        ExactSum sum = new ExactSum();
        int count = 0;
        for (int i = 0; i < matrix.labels().size(); i++) {
            if ((overAllLabels || matrix.isObserved(i)) && ofLabel(matrix, i) instanceof MetricValue.Defined defined) {
                sum.add(defined.value());
                count++;
            }
        }
        return count == 0
                ? MetricValue.undefined("it is undefined for every label")
                : MetricValue.of(sum.value() / count);
    }

    private MetricValue weighted(ConfusionMatrix matrix) {
        ExactSum sum = new ExactSum();
        double weights = 0;
        for (int i = 0; i < matrix.labels().size(); i++) {
            double support = matrix.support(i);
            if (support > 0 && ofLabel(matrix, i) instanceof MetricValue.Defined defined) {
                sum.add(support * defined.value());
                weights += support;
            }
        }
        return weights == 0
                ? MetricValue.undefined("it is undefined for every label")
                : MetricValue.of(sum.value() / weights);
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        if (average == Average.UNRESOLVED) {
            return resolve(outcomes.truth()).sampling(outcomes);
        }
        ConfusionMatrix matrix = outcomes.confusion();
        if (outcomes.isWeighted()) {
            return Optional.empty();
        }
        if (average == Average.MICRO) {
            return Optional.of(new Sampling.Proportion((long) matrix.correct(), (long) matrix.total()));
        }
        if (average != Average.ONE_LABEL) {
            return Optional.empty();
        }
        int index = labelIndex(matrix.labels());
        long truePositives = (long) matrix.cell(index, index);
        long predicted = (long) matrix.predicted(index);
        long support = (long) matrix.support(index);
        return switch (quotient) {
            case PRECISION -> proportion(truePositives, predicted);
            case RECALL -> proportion(truePositives, support);
            case F_BETA ->
                beta == 1 && predicted + support > 0
                        ? Optional.of(new Sampling.F1(truePositives, predicted + support - 2 * truePositives))
                        : Optional.empty();
        };
    }

    private static Optional<Sampling> proportion(long successes, long trials) {
        return trials == 0 ? Optional.empty() : Optional.of(new Sampling.Proportion(successes, trials));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelMetric that && name().equals(that.name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
