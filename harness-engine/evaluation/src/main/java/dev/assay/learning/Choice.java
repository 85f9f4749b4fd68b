package dev.assay.learning;

/**
 * Which of several alternatives a learner chose, by what it saw of the training part.
 *
 * @param alternative the name of the one that was chosen
 * @param metric the name of the metric by which it was
 * @param score its value for that one; optimistic, since it is the best of several
 */
public record Choice(String alternative, String metric, double score) {

    /** Checks that the score is a finite number. */
    public Choice {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException(
                    "what \"" + alternative + "\" was chosen by must be a finite number, not " + score);
        }
    }
}
