package dev.assay.engine.internal.execution;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.engine.internal.declaration.CandidateMethod;
import dev.assay.engine.internal.declaration.CheckCall;
import dev.assay.engine.internal.declaration.ExamplesMethod;
import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.WorkerPool;
import dev.assay.learning.Datasets;
import dev.assay.result.CacheFiles;
import java.util.List;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;

/** One run of one class: what its checks share, each made when the first check needs it. */
public final class ClassRun implements AutoCloseable {

    private final ModelTestClass declaration;
    private final Memo<Object> instance;
    private final Memo<Dataset<?>> examples;
    private final Evaluations evaluations;
    private final Judgements judgements = new Judgements();
    private final AcceptedBaselines baselines;
    private final Report report;

    ClassRun(ModelTestClass declaration, Set<CandidateMethod> needed, Configuration configuration, WorkerPool pool) {
        this.declaration = declaration;
        this.instance = new Memo<>(() -> ReflectionSupport.newInstance(declaration.type()));
        this.examples = new Memo<>(this::readExamples);
        this.evaluations = new Evaluations(
                needed,
                instance,
                () -> cached(
                        declaration
                                .resampling()
                                .on(examples(), this::instance)
                                .pool(pool)
                                .progress(configuration.progress()),
                        configuration));
        this.baselines = new AcceptedBaselines(declaration, configuration);
        this.report = new Report(declaration, configuration, baselines);
    }

    private CrossValidation<?> cached(CrossValidation<?> whole, Configuration configuration) {
        if (configuration.cache() == Configuration.CacheUse.OFF) {
            return whole;
        }
        CacheFiles files =
                CacheFiles.in(configuration.cacheFolder().orElseGet(() -> OutputDirectory.ofCache(declaration.type())));
        return whole.cache(
                configuration.cache() == Configuration.CacheUse.READ ? files.readOnly() : files,
                declaration.type().getName());
    }

    private Dataset<?> readExamples() throws Exception {
        ExamplesMethod method = declaration.examples();
        Object source = ReflectionSupport.invokeMethod(method.method(), instance());
        if (source == null) {
            throw new InvalidDataException(
                    declaration.type().getName() + "." + method.method().getName() + "() gave null and no data set");
        }
        return Datasets.of(source).named(method.name());
    }

    /**
     * Calls a check.
     *
     * @param call the call to make
     * @throws Exception whatever the check throws, or kept it from being called
     */
    public void check(CheckCall call) throws Exception {
        new CheckRun(this, call, judgements.ledger(call)).run();
    }

    Object instance() throws Exception {
        return instance.get();
    }

    Dataset<?> examples() throws Exception {
        return examples.get();
    }

    Evaluation evaluation(CandidateMethod candidate) throws Exception {
        return withFiles(evaluations.of(candidate));
    }

    Comparison comparison(List<CandidateMethod> candidates) throws Exception {
        return Comparison.of(
                evaluations.of(candidates).stream().map(this::withFiles).toList());
    }

    private Evaluation withFiles(Evaluation evaluation) {
        return evaluation
                .withEvidence(report.file(evaluation.candidate()))
                .withBaseline(baselines.of(evaluation.candidate()));
    }

    /** Prints and writes what was evaluated. */
    public void publish() {
        // whoever stops the run by an interrupt shall not find an earlier run's files in place of this one's
        boolean interrupted = Thread.interrupted();
        try {
            report.publish(evaluations.completed(), evaluations.failed(), judgements);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Gives up evaluations that no check has waited for. */
    @Override
    public void close() {
        evaluations.cancel();
    }
}
