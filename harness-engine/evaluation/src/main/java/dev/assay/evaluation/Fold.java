package dev.assay.evaluation;

import dev.assay.learning.Choice;
import dev.assay.learning.Predictor;
import dev.assay.metric.Outcomes;
import dev.assay.resampling.Split;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one fold gave: predictions for its test part beside the truth, and how long that took. */
public final class Fold {

    private final Split split;
    private final Outcomes outcomes;
    private final Duration fitTime;
    private final Duration predictTime;
    private final @Nullable Choice choice;
    private final @Nullable Predictor<?> model;

    Fold(
            Split split,
            Outcomes outcomes,
            Duration fitTime,
            Duration predictTime,
            @Nullable Choice choice,
            @Nullable Predictor<?> model) {
        this.split = split;
        this.outcomes = outcomes;
        this.fitTime = fitTime;
        this.predictTime = predictTime;
        this.choice = choice;
        this.model = model;
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

    /**
     * Returns the model.
     *
     * @return what was fitted; empty unless {@link CrossValidation#keepModels()} asked for it
     */
    public Optional<Predictor<?>> model() {
        return Optional.ofNullable(model);
    }

    /**
     * Returns which alternative was chosen on the training part, where the learner is a {@link Selection} or chooses
     * likewise.
     *
     * @return the choice; empty if there was none
     */
    public Optional<Choice> choice() {
        return Optional.ofNullable(choice);
    }
}
