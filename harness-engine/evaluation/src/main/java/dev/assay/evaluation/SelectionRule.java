package dev.assay.evaluation;

import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.statistics.FoldsEstimate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How one of several candidates is chosen: those that are good enough are found by a metric, and one of them by preference.
 *
 * @param isOneStandardError whether candidates within one standard error of the best are good enough, and not only the best
 *     and its equals
 * @param preference which of those that are good enough is taken
 */
public record SelectionRule(boolean isOneStandardError, Preference preference) {

    private static final int ROUNDING_ULPS = 8;

    /** Checks that nothing is missing. */
    public SelectionRule {
        Objects.requireNonNull(preference);
    }

    /**
     * Takes the best; of equals, the simplest.
     *
     * @return the rule
     */
    public static SelectionRule best() {
        return new SelectionRule(false, Preference.SIMPLEST);
    }

    /**
     * Takes the simplest candidate that is no more than one standard error worse than the best (Breiman, Friedman, Olshen and
     * Stone, "Classification and Regression Trees", 1984, section 3.4.3): what is better by less than chance explains isn't
     * worth being more complex.
     *
     * <p>The standard error is that of the best candidate's value over the folds, corrected for the training data that folds
     * share, {@code √(s²(1/n + testSize/trainSize))} (Nadeau and Bengio 2003, see {@link FoldsEstimate#standardError}). The
     * textbook's {@code s/√n} is smaller – by a third with five folds – and takes simpler candidates less often.
     *
     * @return the rule
     */
    public static SelectionRule withinOneStandardError() {
        return new SelectionRule(true, Preference.SIMPLEST);
    }

    /**
     * Takes another one of those that are good enough.
     *
     * @param newPreference {@link Preference#SIMPLEST} by default
     * @return the rule
     */
    public SelectionRule preferring(Preference newPreference) {
        return new SelectionRule(isOneStandardError, newPreference);
    }

    /**
     * Describes what the rule takes.
     *
     * @return a phrase such as "the simplest within one standard error of the best"
     */
    public String description() {
        if (isOneStandardError) {
            return preference.description() + " within one standard error of the best";
        }
        return preference == Preference.SIMPLEST ? "the best" : "the best, of equals " + preference.description();
    }

    /**
     * Chooses.
     *
     * @param comparison at least two candidates
     * @param metric any metric that fits the targets
     * @return what is good enough and chosen, or why nothing can be
     * @throws IllegalArgumentException if the simplest is to be taken and it can't be told which that is
     */
    public Selected select(Comparison comparison, Metric metric) {
        var order = preference.order(comparison);
        Evaluation best = comparison.ranking(metric).get(0);
        if (!(best.value(metric) instanceof MetricValue.Defined defined)) {
            return Selected.none(
                    "it is " + best.value(metric) + " for \"" + best.candidate() + "\", and no better for the others");
        }
        OptionalDouble standardError = isOneStandardError ? standardError(best, metric) : OptionalDouble.empty();
        if (isOneStandardError && standardError.isEmpty()) {
            return Selected.none("\"" + best.candidate()
                    + "\" is the best, but without at least two folds, in all of which the metric is defined, it has no standard"
                    + " error; take more or larger folds, or choose the best");
        }
        boolean isHigherBetter = best.score(metric).metric().direction() == Direction.HIGHER_IS_BETTER;
        double margin = standardError.orElse(0);
        double bar = isHigherBetter ? defined.value() - margin : defined.value() + margin;
        List<Evaluation> eligible = comparison.evaluations().stream()
                .filter(evaluation -> evaluation.value(metric) instanceof MetricValue.Defined own
                        && (isHigherBetter ? reaches(own.value(), bar) : reaches(-own.value(), -bar)))
                .sorted(order)
                .toList();
        return new Selected(eligible, standardError, "");
    }

    /** Tells whether a value is below a bar by no more than what rounding may leave. */
    private static boolean reaches(double value, double bar) {
        return value >= bar - ROUNDING_ULPS * Math.ulp(Math.max(Math.abs(value), Math.abs(bar)));
    }

    private static OptionalDouble standardError(Evaluation best, Metric metric) {
        double[] folds = best.score(metric).definedFolds().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return folds.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(FoldsEstimate.standardError(folds, best.testToTrain()));
    }
}
