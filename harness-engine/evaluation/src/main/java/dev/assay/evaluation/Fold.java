package dev.assay.evaluation;

import dev.assay.metric.Outcomes;
import dev.assay.resampling.Split;
import java.time.Duration;

/** What one fold gave: predictions for its test part beside the truth, and how long that took. */
public final class Fold {

    private final Split split;
    private final Outcomes outcomes;
    private final Duration fitTime;
    private final Duration predictTime;

    Fold(Split split, Outcomes outcomes, Duration fitTime, Duration predictTime) {
        this.split = split;
        this.outcomes = outcomes;
        this.fitTime = fitTime;
        this.predictTime = predictTime;
    }

    /**
     * Returns the rows of the fold.
     *
     * @return the split, with its repeat and fold numbers
     */
    public Split split() {
        return split;
    }

    /**
     * Returns which repeat the fold belongs to.
     *
     * @return the repeat, from 0
     */
    public int repeat() {
        return split.repeat();
    }

    /**
     * Returns which fold of its repeat this is.
     *
     * @return the number, from 0
     */
    public int number() {
        return split.fold();
    }

    /**
     * Returns truth and predictions of the test part.
     *
     * @return one row for each of the split's test rows, in their order
     */
    public Outcomes outcomes() {
        return outcomes;
    }

    /**
     * Returns how long fitting took.
     *
     * @return wall-clock time
     */
    public Duration fitTime() {
        return fitTime;
    }

    /**
     * Returns how long predicting took.
     *
     * @return wall-clock time
     */
    public Duration predictTime() {
        return predictTime;
    }
}
