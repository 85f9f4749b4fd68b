package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.evaluation.Evaluation;
import dev.assay.result.ResultException;
import dev.assay.result.ResultFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is told of a class at its end, on the console and in files. */
final class Report {

    private final String className;
    private final ConsoleSummary summary;
    private final ResultFiles files;
    private final boolean withPredictions;

    Report(ModelTestClass declaration, Configuration configuration) {
        this.className = declaration.type().getName();
        this.summary = new ConsoleSummary(configuration.summary());
        this.files = ResultFiles.in(configuration.output().orElseGet(() -> OutputDirectory.of(declaration.type())));
        this.withPredictions =
                configuration.predictions() || declaration.resampling().keepPredictions();
    }

    /** Returns where the result of a candidate will be. */
    Path file(String candidate) {
        return files.file(className, candidate);
    }

    /** Tells of these candidates; tries all files before it throws the first failure to write. */
    void publish(List<Evaluation> evaluations, Judgements judgements) {
        summary.print(className, evaluations);
        List<ResultException> failures = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            try {
                files.write(className, evaluation, judgements.of(evaluation.candidate()), withPredictions);
            } catch (ResultException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            ResultException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
