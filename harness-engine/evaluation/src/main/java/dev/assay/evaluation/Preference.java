package dev.assay.evaluation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Which of several candidates that are good enough a {@link SelectionRule} takes. */
public enum Preference {

    /**
     * The one with the lowest {@link Candidate#withCost cost}, the first given of equals; where no candidate has a cost, the
     * first given.
     */
    SIMPLEST("the simplest"),

    /**
     * The one whose folds took least time to fit, all together. Times differ from run to run, and so may the choice: what is
     * chosen by time is not reproducible.
     */
    FASTEST_TO_FIT("the fastest to fit"),

    /**
     * The one whose folds took least time to predict, all together. Times differ from run to run, and so may the choice: what
     * is chosen by time is not reproducible.
     */
    FASTEST_TO_PREDICT("the fastest to predict");

    private final String description;

    Preference(String description) {
        this.description = description;
    }

    /**
     * Describes the preference.
     *
     * @return a phrase such as "the simplest"
     */
    public String description() {
        return description;
    }

    /**
     * Tells whether it goes by what a clock said, so that another run may choose differently.
     *
     * @return whether it does
     */
    public boolean isTimed() {
        return this != SIMPLEST;
    }

    /** Returns the order, the preferred first; a stable sort leaves equals in the given order. */
    Comparator<Evaluation> order(Comparison comparison) {
        return switch (this) {
            case SIMPLEST -> bySimplicity(comparison);
            case FASTEST_TO_FIT -> byTime(Fold::fitTime);
            case FASTEST_TO_PREDICT -> byTime(Fold::predictTime);
        };
    }

    private static Comparator<Evaluation> bySimplicity(Comparison comparison) {
        List<String> without = comparison.evaluations().stream()
                .filter(evaluation -> evaluation.cost().isEmpty())
                .map(Evaluation::candidate)
                .toList();
        requireCostsOfAllOrNone(without, comparison.evaluations().size());
        if (without.isEmpty()) {
            return Comparator.comparingDouble(evaluation -> evaluation.cost().orElseThrow());
        }
        if (!comparison.isOrdered()) {
            throw new IllegalArgumentException(
                    "the candidates come in the order of their names, which doesn't say which is"
                            + " the simplest; give each a cost, as by @Candidate(cost = …) or Candidate.withCost(…)");
        }
        return Comparator.comparingInt(evaluation -> 0);
    }

    /** Checks that costs are there where others are: a mixture has no order. */
    static void requireCostsOfAllOrNone(List<String> without, int all) {
        if (!without.isEmpty() && without.size() < all) {
            throw new IllegalArgumentException("\"" + String.join("\", \"", without)
                    + "\" has no cost, but others have; give all candidates a cost, or none");
        }
    }

    private static Comparator<Evaluation> byTime(Function<Fold, Duration> time) {
        return Comparator.comparing(
                evaluation -> evaluation.folds().stream().map(time).reduce(Duration.ZERO, Duration::plus));
    }
}
