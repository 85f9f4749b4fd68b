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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A learner that chooses one of several alternatives, the best or another by a {@link SelectionRule}, by cross-validating them
 * on its training part, and then trains that one on all of it.
 *
 * <pre>{@code
 * Selection.by(F1,
 *         Candidate.of("weak", () -> new LibLinearTrainer(0.1)),
 *         Candidate.of("strong", () -> new LibLinearTrainer(10)))
 * }</pre>
 *
 * <p>Evaluated by cross-validation, this is nested cross-validation: inner folds choose, and outer folds judge the choosing as
 * a part of the training procedure. The score by which an alternative was chosen is the best of several and therefore
 * optimistic; that of the outer folds is not. Each {@link Fold} tells what was {@link Fold#choice chosen}; remarks of the
 * evaluation say how often, and how much lower outer folds score than the inner ones that chose.
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
    private final SelectionRule rule;
    private final @Nullable Splitter splitter;
    private final List<Candidate> alternatives;

    private Selection(Metric metric, SelectionRule rule, @Nullable Splitter splitter, List<Candidate> alternatives) {
        this.metric = metric;
        this.rule = rule;
        this.splitter = splitter;
        this.alternatives = List.copyOf(alternatives);
        if (alternatives.size() < 2) {
            throw new IllegalArgumentException(
                    "a selection needs at least two alternatives to choose from, not " + alternatives.size());
        }
        Comparison.requireDistinct(alternatives.stream().map(Candidate::name).toList());
        Preference.requireCostsOfAllOrNone(
                alternatives.stream()
                        .filter(alternative -> alternative.cost().isEmpty())
                        .map(Candidate::name)
                        .toList(),
                alternatives.size());
    }

    /**
     * Chooses the best by 5 inner folds, stratified where the targets are labels.
     *
     * @param metric what alternatives are compared by, in its own direction
     * @param alternatives at least two, with distinct names, the one to be preferred among equals first; where they are
     *     suppliers, these are called by several threads at once
     * @param <X> the type of inputs
     * @return the learner
     * @throws IllegalArgumentException if there are fewer than two, two of one name, or some have costs and others not
     */
    public static <X> Selection<X> by(Metric metric, Candidate... alternatives) {
        return by(metric, List.of(alternatives));
    }

    /**
     * Chooses the best by inner folds of a certain kind.
     *
     * @param metric what alternatives are compared by, in its own direction
     * @param inner splits the training part
     * @param alternatives at least two, with distinct names, the one to be preferred among equals first; where they are
     *     suppliers, these are called by several threads at once
     * @param <X> the type of inputs
     * @return the learner
     * @throws IllegalArgumentException if there are fewer than two, two of one name, or some have costs and others not
     */
    public static <X> Selection<X> by(Metric metric, Splitter inner, Candidate... alternatives) {
        return by(metric, inner, List.of(alternatives));
    }

    /**
     * Chooses the best, as of a {@link dev.assay.tuning.ParameterGrid}, by 5 inner folds, stratified where the targets are
     * labels.
     *
     * @param metric what alternatives are compared by, in its own direction
     * @param alternatives at least two, with distinct names, the one to be preferred among equals first; where they are
     *     suppliers, these are called by several threads at once
     * @param <X> the type of inputs
     * @return the learner
     * @throws IllegalArgumentException if there are fewer than two, two of one name, or some have costs and others not
     */
    public static <X> Selection<X> by(Metric metric, List<Candidate> alternatives) {
        return by(metric, SelectionRule.best(), alternatives);
    }

    /**
     * Chooses the best, as of a {@link dev.assay.tuning.ParameterGrid}, by inner folds of a certain kind.
     *
     * @param metric what alternatives are compared by, in its own direction
     * @param inner splits the training part
     * @param alternatives at least two, with distinct names, the one to be preferred among equals first; where they are
     *     suppliers, these are called by several threads at once
     * @param <X> the type of inputs
     * @return the learner
     * @throws IllegalArgumentException if there are fewer than two, two of one name, or some have costs and others not
     */
    public static <X> Selection<X> by(Metric metric, Splitter inner, List<Candidate> alternatives) {
        return by(metric, SelectionRule.best(), inner, alternatives);
    }

    /**
     * Chooses by a rule, such as the one-standard-error rule, by 5 inner folds, stratified where the targets are labels.
     *
     * @param metric what alternatives are compared by, in its own direction
     * @param rule which one is taken
     * @param alternatives at least two, with distinct names, the simplest first unless they have {@link Candidate#withCost
     *     costs}; where they are suppliers, these are called by several threads at once
     * @param <X> the type of inputs
     * @return the learner
     * @throws IllegalArgumentException if there are fewer than two, two of one name, or some have costs and others not
     */
    public static <X> Selection<X> by(Metric metric, SelectionRule rule, List<Candidate> alternatives) {
        return new Selection<>(metric, rule, null, alternatives);
    }

    /**
     * Chooses by a rule, such as the one-standard-error rule, by inner folds of a certain kind.
     *
     * @param metric what alternatives are compared by, in its own direction
     * @param rule which one is taken
     * @param inner splits the training part
     * @param alternatives at least two, with distinct names, the simplest first unless they have {@link Candidate#withCost
     *     costs}; where they are suppliers, these are called by several threads at once
     * @param <X> the type of inputs
     * @return the learner
     * @throws IllegalArgumentException if there are fewer than two, two of one name, or some have costs and others not
     */
    public static <X> Selection<X> by(Metric metric, SelectionRule rule, Splitter inner, List<Candidate> alternatives) {
        return new Selection<>(metric, rule, inner, alternatives);
    }

    /**
     * Chooses, and fits what was chosen.
     *
     * @throws EvaluationException if an alternative fails in an inner fold, the metric is undefined for all of them, or there is
     *     no standard error where the rule asks for one
     */
    @Override
    public Predictor<X> fit(Training<X> training) throws Exception {
        Comparison comparison = compare(training);
        Selected selected = rule.select(comparison, metric);
        Evaluation chosen = selected.chosen()
                .orElseThrow(() -> new EvaluationException("none of the alternatives can be chosen by "
                        + comparison.evaluations().get(0).score(metric).metric().name() + " in inner folds: "
                        + selected.reason()));
        Candidate candidate = alternatives.stream()
                .filter(alternative -> alternative.name().equals(chosen.candidate()))
                .findFirst()
                .orElseThrow();
        Metric resolved = chosen.score(metric).metric();
        Choice choice = new Choice(
                candidate.name(),
                resolved.name(),
                chosen.value(metric).asOptional().orElseThrow(),
                Optional.of(new SelectionBasis(resolved, rule, alternatives.size())));
        Predictor<X> predictor = Objects.requireNonNull(
                candidate.<X>learner().fit(training), "\"" + candidate + "\" gave no predictor but null");
        return new Chosen<>(predictor, choice);
    }

    private Comparison compare(Training<X> training) {
        Seed seed = training.seed().derive("selection");
        CrossValidation<X> inner = CrossValidation.of(training.data()
                        .named("the training part of " + training.data().name()))
                .seed(seed.value())
                // the outer evaluation has looked for leaks, and shows its progress
                .leakage(LeakagePolicy.OFF)
                .progress(Progress.OFF);
        CrossValidation<X> split = splitter == null ? inner.folds(DEFAULT_FOLDS) : inner.splitter(splitter);
        return split.compare(alternatives);
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

        @Override
        public Map<String, String> versions() {
            return predictor.versions();
        }

        @Override
        public OptionalLong sizeInBytes() {
            return predictor.sizeInBytes();
        }

        @Override
        public String typeName() {
            return predictor.typeName();
        }
    }
}
