package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Seed;
import dev.assay.evaluation.Preparation.Prepared;
import dev.assay.leakage.Finding;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.Split;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** How keys of folds are planned. */
    @FunctionalInterface
    interface Caching {

        /** Without any. */
        Caching OFF = (candidate, data, configurations, seed) -> FoldKeys.Plan.NO_CACHE;

        /** Plans the keys of a candidate. */
        FoldKeys.Plan plan(String candidate, Dataset<?> data, List<Optional<String>> configurations, Seed seed);
    }

    private final String candidate;
    private final Dataset<?> data;
    private final Prepared<Y> prepared;
    private final List<Split> splits;
    private final String resampling;
    private final List<Finding> findings;
    private final List<String> remarks;
    private final long seed;
    private final Seed candidateSeed;
    private final Optional<FoldKeys> keys;
    private final AtomicInteger firstFailure = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean cancelled;

    CandidateRun(
            String candidate,
            Dataset<?> data,
            Prepared<Y> prepared,
            List<Split> splits,
            String resampling,
            List<Finding> findings,
            List<String> remarks,
            long seed,
            Caching caching) {
        this.candidate = candidate;
        this.data = data;
        this.prepared = prepared;
        this.splits = splits;
        this.resampling = resampling;
        this.findings = findings;
        this.seed = seed;
        this.candidateSeed = Seed.of(seed).derive("candidate").derive(candidate);
        FoldKeys.Plan plan = caching.plan(candidate, data, prepared.configurations(), candidateSeed);
        this.keys = plan.keys();
        this.remarks = Stream.concat(remarks.stream(), plan.remarks().stream()).toList();
    }

    PendingEvaluation start(WorkerPool pool) {
        List<CompletableFuture<Attempt>> attempts = IntStream.range(0, splits.size())
                .mapToObj(fold -> pool.submit(() -> attempt(fold)))
                .toList();
        return new PendingEvaluation(pool.all(attempts).thenCompose(this::finish), () -> cancelled = true);
    }

    private Attempt attempt(int fold) {
        if (cancelled || fold > firstFailure.get()) {
            return new Attempt(null, null);
        }
        try {
            return new Attempt(run(fold), null);
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            firstFailure.accumulateAndGet(fold, Math::min);
            return new Attempt(null, new EvaluationException(place(fold) + ": " + reason(fold, e), e));
        } catch (Error e) {
            // handed over as it is, whoever waits throws it; but a reader must know where it came from
            e.addSuppressed(new EvaluationException(place(fold)));
            firstFailure.accumulateAndGet(fold, Math::min);
            return new Attempt(null, e);
        }
    }

    private String reason(int fold, Exception e) {
        if (e instanceof InvalidPredictionsException invalid) {
            int[] test = splits.get(fold).testRows();
            return invalid.getMessage()
                    + (invalid.row().isPresent() && invalid.row().getAsInt() < test.length
                            ? " (row " + invalid.row().getAsInt() + " of the test part is example "
                                    + data.id(test[invalid.row().getAsInt()]) + ")"
                            : "");
        }
        return EvaluationException.reason(e);
    }

    private String place(int fold) {
        return candidate + " on " + data.name() + ", " + splits.get(fold);
    }

    private Fold run(int fold) throws Exception {
        Split split = splits.get(fold);
        Optional<FoldCache.Entry> known = keys.flatMap(cached -> cached.find(fold, split));
        FoldCache.Entry entry = known.isPresent() ? known.get() : fitAndPredict(fold, split);
        Fold result = new Fold(
                split,
                Scores.outcomes(data.select(split.testRows()), entry.predictions()),
                entry.fitTime(),
                entry.predictTime());
        if (known.isEmpty()) {
            // only what has proved to be in order
            keys.ifPresent(cached -> cached.keep(fold, split, entry));
        }
        return result;
    }

    private FoldCache.Entry fitAndPredict(int fold, Split split) throws Exception {
        Learner<Y> learner = prepared.learners().get(fold);
        Dataset<Y> training = prepared.data().select(split.trainRows());
        Dataset<Y> test = prepared.data().select(split.testRows());
        Seed foldSeed = candidateSeed.derive("repeat", split.repeat()).derive("fold", split.fold());

        long start = System.nanoTime();
        Predictor<Y> predictor = Objects.requireNonNull(
                learner.fit(withValidation(Training.of(training, foldSeed), split)),
                "the learner gave no predictor but null");
        long fitted = System.nanoTime();
        Predictions predictions =
                Objects.requireNonNull(predictor.predict(test.inputs()), "the model gave no predictions but null");
        long predicted = System.nanoTime();
        return new FoldCache.Entry(predictions, Duration.ofNanos(fitted - start), Duration.ofNanos(predicted - fitted));
    }

    private Training<Y> withValidation(Training<Y> training, Split split) {
        return split.validationSize() == 0
                ? training
                : training.withValidation(prepared.data().select(split.validationRows()));
    }

    private CompletableFuture<Evaluation> finish(List<Attempt> attempts) {
        List<Fold> folds = new ArrayList<>(attempts.size());
        for (Attempt attempt : attempts) {
            if (attempt.failure != null) {
                return CompletableFuture.failedFuture(attempt.failure);
            }
            if (attempt.fold == null) {
                return CompletableFuture.failedFuture(new CancellationException(candidate + ": cancelled"));
            }
            folds.add(attempt.fold);
        }
        List<String> allRemarks = new ArrayList<>();
        findings.forEach(finding -> allRemarks.add(finding.sentence()));
        allRemarks.addAll(remarks);
        allRemarks.addAll(labelsNotTrained());
        allRemarks.addAll(Splits.queriesInParts(data, splits));
        return CompletableFuture.completedFuture(new Evaluation(new Evaluation.Facts(
                candidate,
                data,
                resampling,
                OptionalLong.of(seed),
                splits.size() > 1,
                List.copyOf(folds),
                findings,
                List.copyOf(allRemarks),
                Provenance.versions(prepared.versions()),
                new Scores(data, folds))));
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
