package dev.assay.evaluation;

import dev.assay.data.Seed;
import dev.assay.leakage.LeakagePolicy;
import dev.assay.learning.Choice;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.metric.Metric;
import dev.assay.prediction.Predictions;
import dev.assay.progress.Progress;
import dev.assay.resampling.Splitter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A learner that chooses the best of several alternatives by cross-validating them on its training part, and then trains that
 * one on all of it.
 *
 * <pre>{@code
 * Selection.by(F1,
 *         Candidate.of("weak", () -> new LibLinearTrainer(0.1)),
 *         Candidate.of("strong", () -> new LibLinearTrainer(10)))
 * }</pre>
 *
 * <p>Evaluated by cross-validation, this is nested cross-validation: inner folds choose, and outer folds judge the choosing as
 * a part of the training procedure. The score by which an alternative was chosen is the best of several and therefore
 * optimistic; that of the outer folds is not. Each {@link Fold} tells what was {@link Fold#choice chosen}, and a remark of
 * the evaluation how often.
 *
 * <p>Inner folds run on the same threads as outer ones, and their seed derives from the outer fold's. Groups, time stamps,
 * weights and attributes of the data reach the inner splitter. Where outer folds keep groups whole, so should inner ones:
 * give a splitter that does.
 *
 * @param <X> the type of inputs
 */
public final class Selection<X> implements Learner<X> {

    private static final int DEFAULT_FOLDS = 5;

    private final Metric metric;
    private final @Nullable Splitter splitter;
    private final List<Candidate> alternatives;

    private Selection(Metric metric, @Nullable Splitter splitter, Candidate... alternatives) {
        this.metric = metric;
        this.splitter = splitter;
        this.alternatives = List.of(alternatives);
        if (alternatives.length < 2) {
            throw new IllegalArgumentException(
                    "a selection needs at least two alternatives to choose from, not " + alternatives.length);
        }
        Comparison.requireDistinct(
                Arrays.stream(alternatives).map(Candidate::name).toList());
    }

    /**
     * Chooses by 5 inner folds, stratified where the targets are labels.
     *
     * @param metric what alternatives are compared by, in its own direction
     * @param alternatives at least two, with distinct names, the one to be preferred among equals first; where they are
     *     suppliers, these are called by several threads at once
     * @param <X> the type of inputs
     * @return the learner
     * @throws IllegalArgumentException if there are fewer than two, or two of one name
     */
    public static <X> Selection<X> by(Metric metric, Candidate... alternatives) {
        return new Selection<>(metric, null, alternatives);
    }

    /**
     * Chooses by inner folds of a certain kind.
     *
     * @param metric what alternatives are compared by, in its own direction
     * @param inner splits the training part
     * @param alternatives at least two, with distinct names, the one to be preferred among equals first; where they are
     *     suppliers, these are called by several threads at once
     * @param <X> the type of inputs
     * @return the learner
     * @throws IllegalArgumentException if there are fewer than two, or two of one name
     */
    public static <X> Selection<X> by(Metric metric, Splitter inner, Candidate... alternatives) {
        return new Selection<>(metric, inner, alternatives);
    }

    /**
     * Chooses, and fits what was chosen.
     *
     * @throws EvaluationException if an alternative fails in an inner fold, or the metric is undefined for all of them
     */
    @Override
    public Predictor<X> fit(Training<X> training) throws Exception {
        Evaluation best = best(evaluations(training));
        Candidate chosen = alternatives.stream()
                .filter(alternative -> alternative.name().equals(best.candidate()))
                .findFirst()
                .orElseThrow();
        Choice choice = new Choice(
                chosen.name(),
                best.score(metric).metric().name(),
                best.value(metric).asOptional().orElseThrow());
        Predictor<X> predictor = Objects.requireNonNull(
                chosen.<X>learner().fit(training), "\"" + chosen + "\" gave no predictor but null");
        return new Chosen<>(predictor, choice);
    }

    private List<Evaluation> evaluations(Training<X> training) {
        Seed seed = training.seed().derive("selection");
        CrossValidation<X> inner = CrossValidation.of(training.data()
                        .named("the training part of " + training.data().name()))
                .seed(seed.value())
                // the outer evaluation has looked for leaks, and shows its progress
                .leakage(LeakagePolicy.OFF)
                .progress(Progress.OFF);
        CrossValidation<X> split = splitter == null ? inner.folds(DEFAULT_FOLDS) : inner.splitter(splitter);
        return split.compare(alternatives.toArray(Candidate[]::new)).evaluations();
    }

    /** Returns the first of those that no other is better than; undefined values are worse than any other. */
    private Evaluation best(List<Evaluation> evaluations) {
        Evaluation best = null;
        double most = Double.NaN;
        for (Evaluation evaluation : evaluations) {
            double value = evaluation.value(metric).asOptional().orElse(Double.NaN);
            if (!Double.isNaN(value)
                    && (best == null
                            || evaluation.score(metric).metric().direction().isBetter(value, most))) {
                best = evaluation;
                most = value;
            }
        }
        if (best == null) {
            Evaluation first = evaluations.get(0);
            throw new EvaluationException("none of the alternatives can be chosen by "
                    + first.score(metric).metric().name() + " in inner folds: it is " + first.value(metric)
                    + " for \"" + first.candidate() + "\", and no better for the others");
        }
        return best;
    }

    @Override
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        alternatives.forEach(
                alternative -> versions.putAll(alternative.learner().versions()));
        return versions;
    }

    /** The model of what was chosen. */
    private record Chosen<X>(Predictor<X> predictor, Choice itsChoice) implements Predictor<X> {

        @Override
        public Predictions predict(List<X> inputs) throws Exception {
            return predictor.predict(inputs);
        }

        @Override
        public Optional<Choice> choice() {
            return Optional.of(itsChoice);
        }
    }
}
