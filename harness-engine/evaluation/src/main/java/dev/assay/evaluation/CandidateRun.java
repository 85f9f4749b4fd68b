package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Seed;
import dev.assay.evaluation.Preparation.Prepared;
import dev.assay.leakage.Finding;
import dev.assay.learning.Choice;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.Predictions;
import dev.assay.progress.ProgressBoard;
import dev.assay.progress.RunWatch;
import dev.assay.progress.TimeText;
import dev.assay.resampling.Split;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One candidate over all splits.
 *
 * <p>After a failure, only folds before the failed one still run, so that the failure reported is always that of the first
 * fold that fails, in whichever order folds are run.
 */
final class CandidateRun<Y> {

    /** What a fold gave: its result or its failure, or neither if it was left out. */
    private record Attempt(@Nullable Fold fold, @Nullable Throwable failure) {}

    private final String candidate;
    private final OptionalDouble cost;
    private final Dataset<?> data;
    private final Prepared<Y> prepared;
    private final List<Split> splits;
    private final String resampling;
    private final boolean repeatable;
    private final List<Finding> findings;
    private final List<String> remarks;
    private final List<String> remarksOnRun;
    private final long seed;
    private final Seed candidateSeed;
    private final Optional<FoldKeys> keys;
    private final Concurrency concurrency;
    private final RunOptions options;
    private final RunWatch watch;
    private final AtomicInteger firstFailure = new AtomicInteger(Integer.MAX_VALUE);

    CandidateRun(
            Candidate candidate,
            Dataset<?> data,
            Prepared<Y> prepared,
            List<Split> splits,
            String resampling,
            boolean repeatable,
            List<Finding> findings,
            List<String> remarks,
            long seed,
            RunOptions options) {
        this.candidate = candidate.name();
        this.cost = candidate.cost();
        this.data = data;
        this.prepared = prepared;
        this.splits = splits;
        this.resampling = resampling;
        this.repeatable = repeatable;
        this.findings = findings;
        this.seed = seed;
        this.candidateSeed = seed(seed, candidate);
        FoldKeys.Plan plan = options.cache()
                .map(shared -> options.keepModels()
                        ? FoldKeys.Plan.without("models are to be kept, and a cache has none")
                        : FoldKeys.plan(
                                shared,
                                this.candidate,
                                data,
                                prepared.configurations().get(),
                                candidateSeed))
                .orElse(FoldKeys.Plan.NO_CACHE);
        this.keys = plan.keys();
        this.remarks = remarks;
        this.remarksOnRun = plan.remarks();
        this.concurrency = candidate.concurrency();
        this.options = options;
        this.watch = new RunWatch(this.candidate + " on " + data.name(), splits.size(), options.timer());
    }

    /** Returns the root of all that is random in a candidate's fits. */
    static Seed seed(long seed, Candidate candidate) {
        return Seed.of(seed).derive("candidate").derive(candidate.name());
    }

    PendingEvaluation start(WorkerPool pool) {
        CompletableFuture<Evaluation> result = pool.promise();
        RunControl control = new RunControl(candidate, result, options.timeLimit(), options.timer());
        Runnable cancellation = control::cancel;
        List<PoolTask<Attempt>> tasks = IntStream.range(0, splits.size())
                .mapToObj(fold -> new PoolTask<>(() -> attempt(fold, control)))
                .toList();
        // an evaluation within a fold is a part of that fold, ends with it, and is not shown by itself
        Optional<PoolTask<?>> outer = WorkerPool.current();
        Optional<ProgressBoard> board =
                outer.isPresent() ? Optional.empty() : options.board().get();
        control.over(
                tasks,
                List.of(
                        () -> board.ifPresent(shown -> shown.remove(watch)),
                        () -> outer.ifPresent(fold -> fold.ended(cancellation))));
        board.ifPresent(shown -> shown.add(watch));
        outer.ifPresent(fold -> fold.started(cancellation));
        try {
            CompletableFuture<List<Attempt>> folds = pool.all(pool.submit(tasks, concurrency.isOneByOne()));
            CompletableFuture<Evaluation> unused =
                    folds.thenCompose(this::finish).whenComplete(control::complete);
            return new PendingEvaluation(result, cancellation, folds.handle((attempts, failure) -> true));
        } catch (RejectedExecutionException e) {
            control.complete(null, e);
            throw e;
        }
    }

    private Attempt attempt(int fold, RunControl control) {
        BooleanSupplier pointless = () -> control.isStopped() || fold > firstFailure.get();
        if (pointless.getAsBoolean()) {
            return new Attempt(null, null);
        }
        watch.begins(fold);
        try {
            control.foldBegins(this::timeOver);
            return attempt(fold, pointless);
        } finally {
            watch.ends(fold);
        }
    }

    private EvaluationException timeOver() {
        List<String> running = watch.running().stream()
                .map(fold -> splits.get(fold).toString())
                .toList();
        return new EvaluationException(candidate + " on " + data.name() + ": "
                + watch.done() + " of " + splits.size() + (splits.size() == 1 ? " fold was" : " folds were")
                + " done in " + TimeText.of(options.timeLimit().orElseThrow()) + ", which is the time limit"
                + (running.isEmpty() ? "" : "; running then: " + String.join(" and ", running))
                + "; raise the limit, or take fewer folds, fewer repeats or fewer examples");
    }

    private Attempt attempt(int fold, BooleanSupplier cancelled) {
        try {
            return new Attempt(run(fold, cancelled), null);
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (options.failures() == FoldFailures.FAIL) {
                firstFailure.accumulateAndGet(fold, Math::min);
            }
            return new Attempt(null, new EvaluationException(place(fold) + ": " + reason(fold, e), e));
        } catch (Error e) {
            // handed over as it is, whoever waits throws it; but a reader must know where it came from
            e.addSuppressed(new EvaluationException(place(fold)));
            firstFailure.accumulateAndGet(fold, Math::min);
            return new Attempt(null, e);
        }
    }

    private String reason(int fold, Exception e) {
        return EvaluationException.reason(e, data.select(splits.get(fold).testRows()));
    }

    private String place(int fold) {
        return candidate + " on " + data.name() + ", " + splits.get(fold);
    }

    private Fold run(int fold, BooleanSupplier cancelled) throws Exception {
        Split split = splits.get(fold);
        Optional<FoldKeys.Place> place = keys.map(all -> all.place(fold, split));
        Optional<FoldCache.Entry> known = place.flatMap(FoldKeys.Place::find);
        if (known.isPresent()) {
            return fold(split, known.get(), null, null);
        }
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled before the fit");
        }
        Seed foldSeed = candidateSeed.derive("repeat", split.repeat()).derive("fold", split.fold());
        Training<Y> training = Training.of(prepared.data().select(split.trainRows()), foldSeed);
        Fitted fitted = fitAndPredict(
                prepared.learners().get(fold),
                withValidation(training, split).withCancellation(cancelled),
                prepared.data().select(split.testRows()));
        Choice choice = fitted.model.choice().orElse(null);
        Fold result = fold(split, fitted.entry, choice, options.keepModels() ? fitted.model : null);
        if (choice == null && !cancelled.getAsBoolean()) {
            // only what has proved to be in order and has room in an entry, and no model that gave up early
            place.ifPresent(kept -> kept.keep(fitted.entry));
        }
        return result;
    }

    private Fold fold(Split split, FoldCache.Entry entry, @Nullable Choice choice, @Nullable Predictor<?> model) {
        return new Fold(
                split,
                Outcomes.of(data.select(split.testRows()), entry.predictions()),
                entry.fitTime(),
                entry.predictTime(),
                choice,
                model);
    }

    /** What a fold's learner gave. */
    private record Fitted(FoldCache.Entry entry, Predictor<?> model) {}

    private static <Y> Fitted fitAndPredict(Learner<Y> learner, Training<Y> training, Dataset<Y> test)
            throws Exception {
        long start = System.nanoTime();
        Predictor<Y> predictor =
                Objects.requireNonNull(learner.fit(training), "the learner gave no predictor but null");
        long fitted = System.nanoTime();
        Predictions predictions =
                Objects.requireNonNull(predictor.predict(test.inputs()), "the model gave no predictions but null");
        long predicted = System.nanoTime();
        return new Fitted(
                new FoldCache.Entry(
                        predictions, Duration.ofNanos(fitted - start), Duration.ofNanos(predicted - fitted)),
                predictor);
    }

    private Training<Y> withValidation(Training<Y> training, Split split) {
        return split.validationSize() == 0
                ? training
                : training.withValidation(prepared.data().select(split.validationRows()));
    }

    private CompletableFuture<Evaluation> finish(List<Attempt> attempts) {
        List<Fold> folds = new ArrayList<>(attempts.size());
        LeftOut leftOut = new LeftOut(splits);
        for (int fold = 0; fold < splits.size(); fold++) {
            Attempt attempt = attempts.get(fold);
            if (attempt.fold != null) {
                folds.add(attempt.fold);
            } else if (attempt.failure == null) {
                return CompletableFuture.failedFuture(new CancellationException(candidate + ": cancelled"));
            } else if (options.failures() == FoldFailures.SKIP
                    && attempt.failure.getCause() instanceof Exception reason) {
                leftOut.add(splits.get(fold), reason(fold, reason), attempt.failure);
            } else {
                return CompletableFuture.failedFuture(attempt.failure);
            }
        }
        leftOut.requireEnough(candidate + " on " + data.name());
        Scores scores = new Scores(data, folds);
        List<String> allRemarks = new ArrayList<>();
        findings.forEach(finding -> allRemarks.add(finding.sentence()));
        allRemarks.addAll(leftOut.remarks());
        allRemarks.addAll(remarks);
        allRemarks.addAll(Choices.remarks(folds, scores));
        allRemarks.addAll(labelsNotTrained());
        allRemarks.addAll(Splits.queriesInParts(data, splits));
        return CompletableFuture.completedFuture(new Evaluation(new Evaluation.Facts(
                        candidate,
                        data,
                        resampling,
                        OptionalLong.of(seed),
                        splits.size() > 1,
                        repeatable,
                        Splits.testToTrain(folds),
                        List.copyOf(folds),
                        findings,
                        List.copyOf(allRemarks),
                        remarksOnRun,
                        Provenance.versions(prepared.versions()),
                        scores,
                        null))
                .withCost(cost));
    }

    /** A fold whose training part lacks a label that it tests can't get those rows right: the reader must know. */
    private List<String> labelsNotTrained() {
        if (!(data.targets() instanceof LabelTargets targets)) {
            return List.of();
        }
        Labels labels = targets.labels();
        int[] all = targets.counts();
        Function<Split, List<String>> remarksOf = split -> {
            int[] tested = targets.select(split.testRows()).counts();
            int[] trained = trained(split, targets, all, tested);
            return IntStream.range(0, labels.size())
                    .filter(label -> tested[label] > 0 && trained[label] == 0)
                    .mapToObj(label -> split + ": no training example is \"" + labels.name(label) + "\", but "
                            + tested[label] + " tested " + (tested[label] == 1 ? "one is" : "ones are"))
                    .toList();
        };
        return splits.stream().flatMap(split -> remarksOf.apply(split).stream()).toList();
    }

    /** Counts what is left over where that is what is trained on, since reading it for every example left out takes long. */
    private static int[] trained(Split split, LabelTargets targets, int[] all, int[] tested) {
        if (!split.trainsOnTheRest() || split.validationSize() > 0) {
            return targets.select(split.trainRows()).counts();
        }
        return IntStream.range(0, all.length)
                .map(label -> all[label] - tested[label])
                .toArray();
    }
}
