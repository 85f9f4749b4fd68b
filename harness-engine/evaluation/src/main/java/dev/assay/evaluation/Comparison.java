package dev.assay.evaluation;

import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Metrics;
import dev.assay.statistics.CorrectedResampledTTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Several candidates, evaluated on the same splits of the same data. */
public final class Comparison {

    private final List<Evaluation> evaluations;
    private final Ledger ledger;
    private final boolean isOrdered;

    private Comparison(List<Evaluation> evaluations, Ledger ledger, boolean isOrdered) {
        this.evaluations = evaluations;
        this.ledger = ledger;
        this.isOrdered = isOrdered;
    }

    /**
     * Puts evaluations side by side.
     *
     * @param evaluations at least two, of candidates with distinct names, on the same splits of the same data
     * @return the comparison
     * @throws IllegalArgumentException if they are not comparable; the message says why
     */
    public static Comparison of(List<Evaluation> evaluations) {
        requireDistinct(evaluations.stream().map(Evaluation::candidate).toList());
        Evaluation first = evaluations.get(0);
        for (Evaluation evaluation : evaluations) {
            if (!first.sharesSplitsWith(evaluation)) {
                throw new IllegalArgumentException("\"" + first.candidate() + "\" and \"" + evaluation.candidate()
                        + "\" " + Splits.difference(first.folds(), evaluation.folds()));
            }
        }
        Ledger ledger = new Ledger();
        return new Comparison(List.copyOf(evaluations), ledger, true).withLedger(ledger);
    }

    /** Checks the names of candidates to be compared. */
    static void requireDistinct(List<String> candidates) {
        if (candidates.size() < 2) {
            throw new IllegalArgumentException("a comparison needs at least two candidates, not " + candidates.size());
        }
        Set<String> names = new HashSet<>();
        for (String candidate : candidates) {
            if (!names.add(candidate)) {
                throw new IllegalArgumentException("two candidates are named \"" + candidate + "\"");
            }
        }
    }

    /**
     * Returns a view that writes to another ledger, as do the evaluations in it.
     *
     * @param newLedger where judgements go
     * @return the same comparison with that ledger
     */
    public Comparison withLedger(Ledger newLedger) {
        return new Comparison(
                evaluations.stream()
                        .map(evaluation -> evaluation.withLedger(newLedger))
                        .toList(),
                newLedger,
                isOrdered);
    }

    /**
     * Returns a view of evaluations whose order means nothing, such as that of names, so that rules don't take the first for
     * the simplest.
     *
     * @return the same comparison, not {@link #isOrdered ordered}
     */
    public Comparison withoutOrder() {
        return new Comparison(evaluations, ledger, false);
    }

    /**
     * Tells whether somebody gave the evaluations in this order, so that the first may be taken for the simplest.
     *
     * @return whether their order means something
     */
    public boolean isOrdered() {
        return isOrdered;
    }

    /**
     * Returns where judgements of this view go.
     *
     * @return the ledger
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Returns the evaluations.
     *
     * @return one for each candidate, in the given order
     */
    public List<Evaluation> evaluations() {
        return evaluations;
    }

    /**
     * Returns a candidate's evaluation.
     *
     * @param candidate the candidate's name
     * @return its evaluation
     * @throws IllegalArgumentException if there is no such candidate; the message lists those that are
     */
    public Evaluation evaluation(String candidate) {
        return evaluations.stream()
                .filter(evaluation -> evaluation.candidate().equals(candidate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no candidate \"" + candidate
                        + "\"; the candidates are \""
                        + String.join(
                                "\", \"",
                                evaluations.stream().map(Evaluation::candidate).toList())
                        + "\""));
    }

    /**
     * Returns the metric to compare by unless another is named.
     *
     * @return the headline metric of the data
     */
    public Metric headline() {
        return Metrics.headline(evaluations.get(0).repeats().get(0));
    }

    /**
     * Orders the candidates.
     *
     * @param metric by which metric
     * @return the evaluations, the best first, equals in the given order, those where it is undefined last
     */
    public List<Evaluation> ranking(Metric metric) {
        List<Evaluation> ranked = new ArrayList<>(evaluations);
        ranked.sort((a, b) -> compare(metric, a.value(metric), b.value(metric)));
        return ranked;
    }

    private static int compare(Metric metric, MetricValue a, MetricValue b) {
        if (a instanceof MetricValue.Defined x && b instanceof MetricValue.Defined y) {
            return metric.direction().isBetter(x.value(), y.value())
                    ? -1
                    : metric.direction().isBetter(y.value(), x.value()) ? 1 : 0;
        }
        return Boolean.compare(b instanceof MetricValue.Defined, a instanceof MetricValue.Defined);
    }

    /**
     * Tests the difference between two candidates over the folds.
     *
     * @param metric the metric to compare by
     * @param candidate a candidate's name
     * @param other another candidate's name
     * @return the corrected resampled t test of candidate − other; empty if there is only one fold, or the metric is
     *     undefined in a fold
     */
    public Optional<CorrectedResampledTTest> test(Metric metric, String candidate, String other) {
        List<Double> a = evaluation(candidate).score(metric).definedFolds();
        List<Double> b = evaluation(other).score(metric).definedFolds();
        if (a.size() < 2 || b.size() < 2) {
            return Optional.empty();
        }
        double[] differences = new double[a.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = difference(a.get(i), b.get(i));
        }
        return Optional.of(
                CorrectedResampledTTest.of(differences, evaluation(candidate).testToTrain()));
    }

    /** Subtracts in decimals, as values are read: 0.9 − 0.8 and 0.8 − 0.7 are the same difference. */
    private static double difference(double a, double b) {
        return BigDecimal.valueOf(a).subtract(BigDecimal.valueOf(b)).doubleValue();
    }

    @Override
    public String toString() {
        return evaluations.toString();
    }
}
