package dev.assay.learning;

import java.util.Optional;

/**
 * Which of several alternatives a learner chose, by what it saw of the training part.
 *
 * @param alternative the name of the one that was chosen
 * @param metric the name of the metric by which it was
 * @param score its value for that one; optimistic, since it is the best of several
 * @param basis what else it was chosen by, where the learner tells
 */
public record Choice(String alternative, String metric, double score, Optional<Basis> basis) {

    /** What a choice rests on beside the metric's name; learners that choose have implementations of their own. */
    public interface Basis {

        /**
         * Describes the rule by which alternatives are chosen.
         *
         * @return a phrase such as "the best"
         */
        String description();
    }

    /** Checks that the score is a finite number. */
    public Choice {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException(
                    "what \"" + alternative + "\" was chosen by must be a finite number, not " + score);
        }
    }

    /**
     * Makes a choice that tells no more than the metric's name and value.
     *
     * @param alternative the name of the one that was chosen
     * @param metric the name of the metric by which it was
     * @param score its value for that one, a finite number
     */
    public Choice(String alternative, String metric, double score) {
        this(alternative, metric, score, Optional.empty());
    }
}
