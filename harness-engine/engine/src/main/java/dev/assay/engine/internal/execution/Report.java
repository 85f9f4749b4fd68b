package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.result.ClassResult;
import dev.assay.result.OutOfFoldPredictions.Format;
import dev.assay.result.Result;
import dev.assay.result.ResultException;
import dev.assay.result.ResultFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is told of a class at its end, on the console and in files, accepted baselines among them. */
final class Report {

    private final String className;
    private final String displayName;
    private final ConsoleSummary summary;
    private final ResultFiles files;
    private final boolean withPredictions;
    private final Optional<Format> export;
    private final AcceptedBaselines baselines;

    Report(
            ModelTestClass declaration,
            Configuration configuration,
            AcceptedBaselines baselines,
            ConsoleSummary summary) {
        this.className = declaration.type().getName();
        this.displayName = declaration.displayName();
        this.summary = summary;
        this.files = ResultFiles.in(configuration.output().orElseGet(() -> OutputDirectory.of(declaration.type())));
        this.withPredictions =
                configuration.predictions() || declaration.resampling().keepPredictions();
        this.export = configuration.export();
        this.baselines = baselines;
    }

    /** Returns where the result of a candidate will be. */
    Path file(String candidate) {
        return files.file(className, candidate);
    }

    /** Returns the folder in which all results of the class will be. */
    Path folder() {
        return files.summaryFile(className).toAbsolutePath().resolveSibling("");
    }

    /**
     * Tells of these candidates; tries all candidates before it throws the first failure to write.
     *
     * @param evaluations of candidates that were evaluated
     * @param failed candidates that could not be, whose results of earlier runs must not stay
     * @param judgements what checks judged
     * @param remarks what is to be known of the class as a whole
     */
    void publish(
            List<Evaluation> evaluations,
            List<ClassResult.Failure> failed,
            Judgements judgements,
            List<String> remarks) {
        List<Evaluation> remarked = baselines.remarked(evaluations);
        List<ResultException> failures = new ArrayList<>();
        AtomicBoolean wasThere = new AtomicBoolean();
        // before the results, of which an earlier summary knows nothing
        attempt(() -> wasThere.set(files.deleteSummary(className)), failures);
        List<Evaluation> written = new ArrayList<>();
        List<ClassResult.Failure> missing = new ArrayList<>(failed);
        List<Result> results = new ArrayList<>();
        for (Evaluation evaluation : remarked) {
            Map<String, List<Judgement>> judged = judgements.of(evaluation.candidate());
            attempt(() -> baselines.write(evaluation.candidate(), List.copyOf(judged.keySet())), failures);
            attempt(
                    () -> {
                        results.add(files.write(className, evaluation, judged, withPredictions));
                        written.add(evaluation);
                        files.export(className, evaluation, export);
                    },
                    failures);
            if (!written.contains(evaluation)) {
                // what is there may be of an earlier run
                missing.add(new ClassResult.Failure(evaluation.candidate(), "its result could not be written"));
            }
        }
        summary.print(className, remarked, results, failed, judgements.toleratedLines());
        for (ClassResult.Failure failure : failed) {
            attempt(() -> files.delete(className, failure.candidate()), failures);
        }
        List<Result.JudgementEntry> entries =
                results.stream().flatMap(result -> result.judgements().stream()).toList();
        if (wasThere.get() || !written.isEmpty() || !missing.isEmpty()) {
            // also of nothing, so that results of an earlier run don't pass for this one's
            attempt(
                    () -> files.writeSummary(
                            ClassResult.of(className, displayName, written, missing, entries, remarks)),
                    failures);
        }
        if (!failures.isEmpty()) {
            ResultException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private static void attempt(Runnable fileOperation, List<ResultException> failures) {
        try {
            fileOperation.run();
        } catch (ResultException e) {
            failures.add(e);
        }
    }
}
