package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.evaluation.Evaluation;
import dev.assay.result.OutOfFoldPredictions.Format;
import dev.assay.result.ResultException;
import dev.assay.result.ResultFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told of a class at its end, on the console and in files. */
final class Report {

    private final String className;
    private final ConsoleSummary summary;
    private final ResultFiles files;
    private final boolean withPredictions;
    private final Optional<Format> export;

    Report(ModelTestClass declaration, Configuration configuration) {
        this.className = declaration.type().getName();
        this.summary = new ConsoleSummary(configuration.summary());
        this.files = ResultFiles.in(configuration.output().orElseGet(() -> OutputDirectory.of(declaration.type())));
        this.withPredictions =
                configuration.predictions() || declaration.resampling().keepPredictions();
        this.export = configuration.export();
    }

    /** Returns where the result of a candidate will be. */
    Path file(String candidate) {
        return files.file(className, candidate);
    }

    /**
     * Tells of these candidates; tries all candidates before it throws the first failure to write.
     *
     * @param evaluations of candidates that were evaluated
     * @param failed the names of candidates that could not be, whose results of earlier runs must not stay
     * @param judgements what checks judged
     */
    void publish(List<Evaluation> evaluations, List<String> failed, Judgements judgements) {
        summary.print(className, evaluations, judgements.toleratedLines());
        List<ResultException> failures = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            attempt(
                    () -> {
                        files.write(className, evaluation, judgements.of(evaluation.candidate()), withPredictions);
                        files.export(className, evaluation, export);
                    },
                    failures);
        }
        for (String candidate : failed) {
            attempt(() -> files.delete(className, candidate), failures);
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
