package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.leakage.Finding;
import dev.assay.leakage.LeakageGuard;
import dev.assay.leakage.LeakagePolicy;
import dev.assay.learning.Datasets;
import dev.assay.learning.Learner;
import dev.assay.progress.Progress;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates candidates by training each on a part of the data and testing it on the rest, fold after fold, the folds in
 * parallel.
 *
 * <pre>{@code
 * Evaluation forest = CrossValidation.of(data).folds(10).seed(42).evaluate("forest", () -> new RandomForestTrainer<>(…));
 * }</pre>
 *
 * <p>Without further words: 10 folds, stratified where the targets are labels or sets of labels, examples dealt at random, one repeat, seed 1.
 * All candidates see the same splits. Leaks that a {@link LeakageGuard} finds are remarked on. Everything random derives from the seed by name: any degree of parallelism gives
 * bitwise the same results.
 *
 * @param <X> the type of inputs
 */
public final class CrossValidation<X> {

    private final Dataset<X> data;
    private final Preparation preparation;
    private final Splitting splitting;
    private final @Nullable WorkerPool pool;
    private final RunOptions options;

    private CrossValidation(
            Dataset<X> data,
            Preparation preparation,
            Splitting splitting,
            @Nullable WorkerPool pool,
            RunOptions options) {
        this.data = data;
        this.preparation = preparation;
        this.splitting = splitting;
        this.pool = pool;
        this.options = options;
    }

    /**
     * Starts from a data set.
     *
     * @param data the examples
     * @param <X> the type of inputs
     * @return a cross-validation to be told more
     */
    public static <X> CrossValidation<X> of(Dataset<X> data) {
        return new CrossValidation<>(data, new Preparation(data), Splitting.DEFAULTS, null, RunOptions.DEFAULTS);
    }

    /**
     * Starts from a data set of a library for which there is an adapter.
     *
     * @param data the library's data set
     * @return a cross-validation to be told more
     * @throws InvalidDataException if no adapter on the class path knows it
     */
    public static CrossValidation<?> of(Object data) {
        return of(Datasets.of(data));
    }

    /**
     * Sets the number of folds.
     *
     * @param number at least 2
     * @return a cross-validation that knows
     * @throws IllegalStateException if a {@link #splitter} was set, which has folds of its own
     */
    public CrossValidation<X> folds(int number) {
        return with(splitting.withFolds(number));
    }

    /**
     * Sets how often the whole is repeated, each time with new splits.
     *
     * @param number at least 1
     * @return a cross-validation that knows
     */
    public CrossValidation<X> repeats(int number) {
        return with(splitting.withRepeats(number));
    }

    /**
     * Sets the seed.
     *
     * @param number any number
     * @return a cross-validation that knows
     */
    public CrossValidation<X> seed(long number) {
        return with(splitting.withSeed(number));
    }

    /**
     * Sets another way to split the data, such as a hold-out.
     *
     * @param newSplitter makes the splits of one repeat
     * @return a cross-validation that knows
     * @throws IllegalStateException if the number of {@link #folds} was set, which the splitter has to know
     */
    public CrossValidation<X> splitter(Splitter newSplitter) {
        return with(splitting.withSplitter(newSplitter));
    }

    /**
     * Sets what becomes of leaks between training and test part, and of targets among the inputs, which are looked for before
     * anything is trained, once for all candidates on the same splits.
     *
     * @param policy whether leaks fail the evaluation or are remarked on ({@link LeakagePolicy#WARN} unless told
     *     otherwise), or nobody looks
     * @return a cross-validation that knows
     * @see LeakageGuard
     */
    public CrossValidation<X> leakage(LeakagePolicy policy) {
        return new CrossValidation<>(data, preparation.with(policy), splitting, pool, options);
    }

    /**
     * Sets the threads that folds run on.
     *
     * @param newPool to be used instead of {@link WorkerPool#shared()}, or, within a fold, instead of the one that it runs on
     * @return a cross-validation that knows
     */
    public CrossValidation<X> pool(WorkerPool newPool) {
        return new CrossValidation<>(data, preparation, splitting, newPool, options);
    }

    /**
     * Looks up what folds predicted in an earlier run, and keeps it for later ones. Where a candidate's learner, the data or
     * the owner doesn't show what predictions depend on, nothing is cached, and {@link Evaluation#remarksOnRun} says why;
     * likewise where {@link #keepModels models} are to be kept.
     *
     * @param cache where predictions are kept
     * @param owner whose candidates these are, such as the test class: predictions depend on its name, and on all code that
     *     it is loaded beside
     * @return a cross-validation that does so
     */
    public CrossValidation<X> cache(FoldCache cache, Class<?> owner) {
        return with(options.withCache(new FoldKeys.Shared(cache, owner)));
    }

    /**
     * Sets how long an evaluation may take, from when its first fold begins. When the time is over, folds that are running are
     * interrupted, and the evaluation fails with a message that says what was done.
     *
     * @param limit more than nothing; there is none by default
     * @return a cross-validation that knows
     * @throws IllegalArgumentException if the limit is not positive
     */
    public CrossValidation<X> timeLimit(Duration limit) {
        return with(options.withTimeLimit(limit));
    }

    /**
     * Sets what becomes of an evaluation in which folds fail.
     *
     * @param policy {@link FoldFailures#FAIL} by default
     * @return a cross-validation that knows
     */
    public CrossValidation<X> failures(FoldFailures policy) {
        return with(options.withFailures(policy));
    }

    /**
     * Asks folds to keep their models, which otherwise are dropped when they have predicted.
     *
     * @return a cross-validation whose evaluations have {@link Fold#model()}
     */
    public CrossValidation<X> keepModels() {
        return with(options.withModels());
    }

    /**
     * Sets how progress is shown.
     *
     * @param progress by default what the system property {@value Progress#PROPERTY} says, or else not at all
     * @return a cross-validation that knows
     */
    public CrossValidation<X> progress(Progress progress) {
        return with(options.withBoard(progress::board));
    }

    RunOptions options() {
        return options;
    }

    CrossValidation<X> with(RunOptions newOptions) {
        return new CrossValidation<>(data, preparation, splitting, pool, newOptions);
    }

    private CrossValidation<X> with(Splitting newSplitting) {
        return new CrossValidation<>(data, preparation, newSplitting, pool, options);
    }

    /**
     * Evaluates a learner.
     *
     * @param name the name that messages and results use
     * @param learner the learner
     * @return the evaluation
     * @throws EvaluationException if a fold fails; the message names it
     */
    public Evaluation evaluate(String name, Learner<X> learner) {
        return evaluate(Candidate.of(name, learner));
    }

    /**
     * Evaluates a learner or trainer that is made anew for each fold.
     *
     * @param name the name that messages and results use
     * @param source makes a new one at each call
     * @return the evaluation
     * @throws EvaluationException if a fold fails; the message names it
     */
    public Evaluation evaluate(String name, Supplier<?> source) {
        return evaluate(Candidate.of(name, source));
    }

    /**
     * Evaluates a library's trainer, of which each fold gets a copy.
     *
     * @param name the name that messages and results use
     * @param trainer a trainer that an adapter on the class path knows
     * @return the evaluation
     * @throws EvaluationException if a fold fails; the message names it
     */
    public Evaluation evaluate(String name, Object trainer) {
        return evaluate(Candidate.of(name, trainer));
    }

    /**
     * Evaluates a candidate.
     *
     * @param candidate the candidate
     * @return the evaluation
     * @throws EvaluationException if a fold fails; the message names it
     */
    public Evaluation evaluate(Candidate candidate) {
        return await(start(candidate));
    }

    /**
     * Evaluates several candidates on the same splits, the folds of all of them in parallel.
     *
     * @param candidates at least two, with distinct names
     * @return the comparison
     * @throws IllegalArgumentException if there are fewer than two, or two of one name
     * @throws EvaluationException if a fold fails; the message names it
     */
    public Comparison compare(Candidate... candidates) {
        return compare(List.of(candidates));
    }

    /**
     * Evaluates several candidates, as of a {@link dev.assay.tuning.ParameterGrid}, on the same splits, the folds of all of them
     * in parallel.
     *
     * @param candidates at least two, with distinct names
     * @return the comparison
     * @throws IllegalArgumentException if there are fewer than two, or two of one name
     * @throws EvaluationException if a fold fails; the message names it
     */
    public Comparison compare(List<Candidate> candidates) {
        Comparison.requireDistinct(candidates.stream().map(Candidate::name).toList());
        List<PendingEvaluation> pending = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        try {
            for (Candidate candidate : candidates) {
                pending.add(start(candidate));
            }
            for (PendingEvaluation evaluation : pending) {
                evaluations.add(await(evaluation));
            }
        } finally {
            // those that nobody waits for any more because another failed, perhaps to start
            pending.forEach(PendingEvaluation::cancel);
        }
        return Comparison.of(evaluations);
    }

    static Evaluation await(PendingEvaluation evaluation) {
        try {
            return evaluation.await();
        } catch (InterruptedException e) {
            evaluation.cancel();
            Thread.currentThread().interrupt();
            throw new EvaluationException("interrupted while waiting for an evaluation", e);
        }
    }

    /**
     * Starts to evaluate a candidate and returns at once; a failure shows when the evaluation is awaited.
     *
     * @param candidate the candidate
     * @return the evaluation to be awaited
     */
    public PendingEvaluation start(Candidate candidate) {
        try {
            requireSeveralLabels();
            Splitter repeated = splitting.repeated(data);
            List<Split> splits = splits();
            List<Finding> findings = preparation.leakage().findings(repeated, splits);
            return run(candidate, repeated, splits, findings).start(pool == null ? WorkerPool.ofCallingThread() : pool);
        } catch (Exception e) {
            // also checked ones, which reflection may throw for a candidate's method
            return PendingEvaluation.failed(new EvaluationException(
                    candidate.name() + " on " + data.name() + ": "
                            + Objects.requireNonNullElse(
                                    e.getMessage(), e.getClass().getSimpleName()),
                    e));
        }
    }

    /**
     * Returns the examples.
     *
     * @return the data
     */
    public Dataset<X> data() {
        return data;
    }

    /**
     * Returns the splits that all candidates see.
     *
     * @return the splits, repeat by repeat
     * @throws InvalidDataException if the data can't be split so
     */
    public List<Split> splits() {
        return preparation.splits().of(splitting.repeated(data), splitting.seed());
    }

    /** Returns a cross-validation with the same test parts, which trains on a part of each training part. */
    CrossValidation<X> trainingOn(Subsampled.Size size) {
        return with(splitting.withParts(data, size));
    }

    /** Returns what trains on all examples and tests the same ones, once. */
    CrossValidation<X> resubstitution() {
        return with(splitting.withResubstitution()).leakage(LeakagePolicy.OFF);
    }

    Optional<Splitter> splitter() {
        return Optional.ofNullable(splitting.splitter());
    }

    Seed seedOf(Candidate candidate) {
        return CandidateRun.seed(splitting.seed(), candidate);
    }

    /** Describes how the data are split. */
    String description() {
        return splitting.repeated(data).description();
    }

    private CandidateRun<?> run(Candidate candidate, Splitter repeated, List<Split> splits, List<Finding> findings) {
        return run(candidate, repeated, splits, findings, preparation.prepare(candidate, splits.size()));
    }

    private <Y> CandidateRun<Y> run(
            Candidate candidate,
            Splitter repeated,
            List<Split> splits,
            List<Finding> findings,
            Preparation.Prepared<Y> prepared) {
        return new CandidateRun<>(
                candidate,
                data,
                prepared,
                splits,
                repeated.description(),
                repeated.isRandom(),
                findings,
                repeated.remarks(data),
                splitting.seed(),
                options);
    }

    private void requireSeveralLabels() {
        if (data.targets() instanceof LabelTargets targets
                && Arrays.stream(targets.counts()).filter(count -> count > 0).count() < 2) {
            throw new InvalidDataException("all " + data.size() + " examples are \"" + targets.label(0)
                    + "\"; a classifier needs examples of at least two labels");
        }
    }
}
