package dev.assay.evaluation;

import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Metrics;
import dev.assay.statistics.CochranQTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Several candidates, evaluated on the same splits of the same data. */
public final class Comparison {

    private final List<Evaluation> evaluations;
    private final Ledger ledger;
    /** What was tested so far, for all views. */
    private final Map<List<Object>, Difference> differences;

    private final boolean isOrdered;

    private Comparison(
            List<Evaluation> evaluations, Ledger ledger, Map<List<Object>, Difference> differences, boolean isOrdered) {
        this.evaluations = evaluations;
        this.ledger = ledger;
        this.differences = differences;
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
                        + "\" " + difference(first, evaluation));
            }
        }
        Ledger ledger = new Ledger();
        return new Comparison(List.copyOf(evaluations), ledger, new ConcurrentHashMap<>(), true).withLedger(ledger);
    }

    private static String difference(Evaluation one, Evaluation other) {
        return one.isOfProcedure() || other.isOfProcedure()
                ? Splits.difference(one.folds(), other.folds())
                : "were not evaluated on the same data; use one data set for both, and put what only one model needs before"
                        + " it: predictor.after(…)";
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
                differences,
                isOrdered);
    }

    /**
     * Returns a view of evaluations whose order means nothing, such as that of names, so that rules don't take the first for
     * the simplest.
     *
     * @return the same comparison, not {@link #isOrdered ordered}
     */
    public Comparison withoutOrder() {
        return new Comparison(evaluations, ledger, differences, false);
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
     * Tests the difference between two candidates, once for all views: over folds by the corrected resampled t test; on one test
     * set by McNemar's test of accuracy, DeLong's test of the ROC AUC of a label, and otherwise by permutation, or by bootstrap
     * where scores are margins.
     *
     * @param metric the metric to compare by
     * @param candidate a candidate's name
     * @param other another candidate's name
     * @return the difference of candidate − other; empty if the metric is undefined for one of them, or in a fold, or if a test
     *     set has but one row or group to draw
     * @throws IllegalArgumentException if there is no such candidate, or the metric doesn't fit the targets
     */
    public Optional<Difference> difference(Metric metric, String candidate, String other) {
        PairedEvaluations pair = pair(metric, candidate, other);
        DifferenceTest test = DifferenceTest.suiting(pair);
        return test.obstacle(pair).isPresent() ? Optional.empty() : Optional.of(tested(pair, candidate, other, test));
    }

    /**
     * Tests the difference between two candidates by a certain test, once for all views.
     *
     * @param metric the metric to compare by
     * @param candidate a candidate's name
     * @param other another candidate's name
     * @param test how to test
     * @return the difference of candidate − other
     * @throws IllegalArgumentException if there is no such candidate, the metric doesn't fit the targets, or the test can't be
     *     done on such evaluations; the message names one that can
     */
    public Difference difference(Metric metric, String candidate, String other, DifferenceTest test) {
        PairedEvaluations pair = pair(metric, candidate, other);
        obstacle(metric, candidate, other, test).ifPresent(obstacle -> {
            throw new IllegalArgumentException(
                    test + " can't compare \"" + candidate + "\" and \"" + other + "\": " + obstacle);
        });
        return tested(pair, candidate, other, test);
    }

    /**
     * Estimates the difference between two candidates with an interval: over folds by the corrected resampled t test, on one test
     * set by paired bootstrap.
     *
     * @param metric the metric to compare by
     * @param candidate a candidate's name
     * @param other another candidate's name
     * @param level the level of the interval, above 0 and below 1
     * @param replicates how many to draw of one test set, at least 1
     * @return the difference of candidate − other; empty if the metric is undefined for one of them, or in a fold
     * @throws IllegalArgumentException if there is no such candidate, or the metric doesn't fit the targets
     */
    public Optional<EstimatedDifference> estimate(
            Metric metric, String candidate, String other, double level, int replicates) {
        PairedEvaluations pair = pair(metric, candidate, other);
        if (pair.isOfFolds()) {
            return pair.isDefinedInAllFolds()
                    ? Optional.of(EstimatedDifference.ofFolds(pair, level))
                    : Optional.empty();
        }
        return pair.isDefined() && pair.testSet().units() > 1
                ? Optional.of(EstimatedDifference.ofTestSet(pair, level, replicates))
                : Optional.empty();
    }

    /**
     * Says why a test can't be done.
     *
     * @param metric the metric to compare by
     * @param candidate a candidate's name
     * @param other another candidate's name
     * @param test how to test
     * @return what it needs, or which other test can be done; empty if {@link #difference(Metric, String, String, DifferenceTest)}
     *     gives a result
     * @throws IllegalArgumentException if there is no such candidate, or the metric doesn't fit the targets
     */
    public Optional<String> obstacle(Metric metric, String candidate, String other, DifferenceTest test) {
        return test.obstacle(pair(metric, candidate, other));
    }

    private PairedEvaluations pair(Metric metric, String candidate, String other) {
        return new PairedEvaluations(metric, evaluation(candidate), evaluation(other));
    }

    private Difference tested(PairedEvaluations pair, String candidate, String other, DifferenceTest test) {
        List<Object> key = List.of(pair.metric(), candidate, other, test);
        Difference known = differences.get(key);
        if (known == null) {
            known = new Difference(
                    pair.metric(), candidate, other, pair.value(), test, test.words(pair), test.test(pair));
            differences.put(key, known);
        }
        return known;
    }

    /**
     * Tells how probably a candidate is practically better than another, equivalent or worse: over folds by the posterior of the
     * Bayesian correlated t test, on one test set by the shares of paired bootstrap replicates.
     *
     * @param metric the metric to compare by
     * @param candidate a candidate's name
     * @param other another candidate's name
     * @param rope how far two candidates may be apart and still be equivalent, in units of the metric, at least 0
     * @return the three probabilities; empty if the metric is undefined for one of them, or in a fold
     * @throws IllegalArgumentException if there is no such candidate, the metric doesn't fit the targets, or the rope is negative
     */
    public Optional<PracticalDifference> practicalDifference(
            Metric metric, String candidate, String other, double rope) {
        if (!(rope >= 0 && rope < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "candidates may be at least 0 apart and still be equivalent, not " + rope);
        }
        PairedEvaluations pair = pair(metric, candidate, other);
        DifferenceTest test = pair.isOfFolds() ? DifferenceTest.CORRECTED_RESAMPLED_T : DifferenceTest.PAIRED_BOOTSTRAP;
        return test.obstacle(pair).isPresent() ? Optional.empty() : Optional.of(PracticalDifference.of(pair, rope));
    }

    /**
     * Tests whether all candidates are right equally often, on one test set.
     *
     * @return Cochran's Q test
     * @throws IllegalArgumentException unless these are classifications of one test set, whose rows have neither weights nor
     *     groups; the message names what else can be done
     */
    public CochranQTest cochranQ() {
        PairedEvaluations pair =
                new PairedEvaluations(ClassificationMetrics.ACCURACY, evaluations.get(0), evaluations.get(1));
        if (pair.isOfFolds() || !pair.hasIndependentRows()) {
            throw new IllegalArgumentException(
                    "Cochran's Q test compares fitted models on one test set of independent rows"
                            + " without weights; compare two candidates at a time by "
                            + (pair.isOfFolds() ? DifferenceTest.CORRECTED_RESAMPLED_T : DifferenceTest.PERMUTATION));
        }
        boolean[][] right = new boolean[evaluations.get(0).repeats().get(0).size()][evaluations.size()];
        for (int row = 0; row < right.length; row++) {
            for (int candidate = 0; candidate < right[row].length; candidate++) {
                right[row][candidate] = PairedEvaluations.isRight(
                        evaluations.get(candidate).repeats().get(0), row);
            }
        }
        return CochranQTest.of(right);
    }

    @Override
    public String toString() {
        return evaluations.toString();
    }
}
