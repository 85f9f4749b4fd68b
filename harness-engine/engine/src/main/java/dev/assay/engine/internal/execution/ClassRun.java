package dev.assay.engine.internal.execution;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.engine.internal.declaration.CheckCall;
import dev.assay.engine.internal.declaration.CheckMethod;
import dev.assay.engine.internal.declaration.ClassCandidate;
import dev.assay.engine.internal.declaration.ExamplesMethod;
import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.engine.internal.declaration.Need;
import dev.assay.engine.internal.declaration.StreamedCandidate;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.WorkerPool;
import dev.assay.learning.Datasets;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;

/** One run of one class: what its checks share, each made when the first check needs it. */
public final class ClassRun implements AutoCloseable {

    /** How long checks and folds that were given up may go on before a class tidies up what they use. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ModelTestClass declaration;
    private final Instances instances;
    private final Memo<Object> prepared;
    private final Memo<Dataset<?>> examples;
    private final Memo<List<StreamedCandidate>> streamed;
    private final Preflight preflight;
    private final Evaluations evaluations;
    private final Judgements judgements;
    private final AcceptedBaselines baselines;
    private final Report report;
    private final RunningChecks checks = new RunningChecks();
    private final Stop stop;
    private final Runnable cancellation;

    ClassRun(
            ModelTestClass declaration,
            List<Need> needs,
            Configuration configuration,
            WorkerPool pool,
            Caches caches,
            Stop stop,
            ConsoleSummary summary) {
        this.declaration = declaration;
        this.stop = stop;
        this.instances = new Instances(declaration.type());
        this.prepared = new Memo<>(this::prepare);
        this.examples = new Memo<>(this::readExamples);
        this.streamed = new Memo<>(() -> declaration.stream().orElseThrow().call(prepared.get()));
        this.preflight = new Preflight(declaration.type().getName(), needs, configuration.summary());
        this.evaluations = new Evaluations(needs, streamed, prepared, () -> {
            CrossValidation<?> plan = declaration
                    .resampling()
                    .on(examples(), prepared::get)
                    .pool(pool)
                    .progress(configuration.progress());
            preflight.run(plan);
            return caches.of(declaration.type(), plan);
        });
        this.judgements = new Judgements(configuration.inconclusive());
        this.baselines = new AcceptedBaselines(declaration, configuration);
        this.report = new Report(declaration, configuration, baselines, summary);
        this.cancellation = evaluations::cancel;
        stop.begun(cancellation);
    }

    /** Returns the instance when all that comes before examples and candidates is done. */
    private Object prepare() throws Exception {
        Object made = instances.outermost();
        declaration.hooks().before().forEach(method -> ReflectionSupport.invokeMethod(method, made));
        return made;
    }

    private Dataset<?> readExamples() throws Exception {
        ExamplesMethod method = declaration.examples();
        Object source = ReflectionSupport.invokeMethod(method.method(), prepared.get());
        if (source == null) {
            throw new InvalidDataException(
                    declaration.type().getName() + "." + method.method().getName() + "() gave null and no data set");
        }
        return Datasets.of(source).named(method.name());
    }

    /**
     * Calls a check. An interrupt stops the whole run, and the check fails, also if it has done all that it wanted: nothing
     * must pass for a success when others were not started.
     *
     * @param call the call to make
     * @throws Exception whatever the check throws, or kept it from being called
     */
    public void check(CheckCall call) throws Exception {
        checks.begun();
        try {
            new CheckRun(this, call, judgements.ledger(call)).run();
        } catch (InterruptedException e) {
            stop.stop();
            throw e;
        } finally {
            checks.ended();
            if (Thread.currentThread().isInterrupted()) {
                stop.stop();
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException(
                    "the thread was interrupted during " + call.check().signature()
                            + ", which stops the run; a check that is done with an interrupt clears it by Thread.interrupted()");
        }
    }

    /**
     * Returns what a call judged.
     *
     * @param call a call that was made
     * @return the judgements in order, met or not
     */
    public List<Judgement> judged(CheckCall call) {
        return judgements.of(call);
    }

    /**
     * Returns what a call passed over although the evidence doesn't decide it.
     *
     * @param call a call that was made
     * @return the judgements, none unless the configuration says so
     */
    public List<Judgement> tolerated(CheckCall call) {
        return judgements.tolerated(call);
    }

    /**
     * Returns what was found of a call's gates before anything was trained.
     *
     * @param call a call that was made
     * @return sentences on gates that the data can hardly decide
     */
    public List<String> powerless(CheckCall call) {
        return preflight.of(call.check());
    }

    Object instance(CheckMethod check) throws Exception {
        return instances.of(check.group());
    }

    Class<?> type() {
        return declaration.type();
    }

    Dataset<?> examples() throws Exception {
        return examples.get();
    }

    /**
     * Returns the candidates of the method that gives several, which is called once.
     *
     * @return the candidates
     * @throws Exception whatever the method throws, or is wrong with what it gave
     */
    public List<StreamedCandidate> streamed() throws Exception {
        try {
            return streamed.get();
        } catch (InterruptedException e) {
            stop.stop();
            throw e;
        }
    }

    private List<StreamedCandidate> streamedFor(CheckCall call) throws Exception {
        return call.isStreamed() ? streamed() : List.of();
    }

    Evaluation evaluation(CheckCall call) throws Exception {
        return withFiles(evaluations.of(call.evaluated(streamedFor(call))));
    }

    Comparison comparison(CheckCall call) throws Exception {
        List<ClassCandidate> candidates = call.compared(streamedFor(call));
        Comparison comparison = Comparison.of(
                evaluations.of(candidates).stream().map(this::withFiles).toList());
        // methods come in the order of names, which nobody meant
        return candidates.stream().allMatch(StreamedCandidate.class::isInstance)
                ? comparison
                : comparison.withoutOrder();
    }

    private Evaluation withFiles(Evaluation evaluation) {
        return evaluation
                .withEvidence(report.file(evaluation.candidate()))
                .withBaseline(baselines.of(evaluation.candidate()));
    }

    /**
     * Prints and writes what was evaluated.
     *
     * @return the files of results; none if nothing was evaluated
     */
    public List<Path> publish() {
        // whoever stops the run by an interrupt shall not find an earlier run's files in place of this one's
        return withoutInterrupt(() -> {
            checks.await(GRACE);
            List<Evaluation> completed = evaluations.completed();
            report.publish(completed, evaluations.failed(), judgements, preflight.remarks());
            return completed.stream()
                    .map(evaluation -> report.file(evaluation.candidate()).toAbsolutePath())
                    .toList();
        });
    }

    /** Gives up evaluations that no check has waited for, and lets the class tidy up. */
    @Override
    public void close() {
        stop.ended(cancellation);
        evaluations.cancel();
        List<Method> after = declaration.hooks().after();
        if (!after.isEmpty() && prepared.isKnown()) {
            instances
                    .ifMade()
                    .ifPresent(made -> withoutInterrupt(() -> {
                        checks.await(GRACE);
                        evaluations.awaitFolds(GRACE);
                        return callAll(after, made);
                    }));
        }
    }

    /** Calls all, whatever each throws, before it throws the first failure. */
    private boolean callAll(List<Method> after, Object made) {
        List<JUnitException> failures = new ArrayList<>();
        for (Method method : after) {
            try {
                ReflectionSupport.invokeMethod(method, made);
            } catch (OutOfMemoryError e) {
                // how Eclipse stops a run
                throw e;
            } catch (Exception | Error e) {
                failures.add(new JUnitException(
                        declaration.type().getName() + "." + method.getName() + "() with @AfterEvaluation failed: " + e,
                        e));
            }
        }
        if (!failures.isEmpty()) {
            JUnitException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return true;
    }

    private static <T> T withoutInterrupt(Supplier<T> action) {
        boolean interrupted = Thread.interrupted();
        try {
            return action.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Returns the folder of results.
     *
     * @return the folder, whether there are any or not
     */
    public Path folder() {
        return report.folder();
    }
}
