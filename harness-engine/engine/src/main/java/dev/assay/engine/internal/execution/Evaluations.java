package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.CandidateMethod;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.PendingEvaluation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The evaluations that checks of one class share. When the first is asked for, all that are needed start together, so that
 * threads don't idle at the end of each.
 */
final class Evaluations {

    private final Set<CandidateMethod> needed;
    private final Memo<Object> instance;
    private final Callable<CrossValidation<?>> crossValidation;
    private final Memo<Map<CandidateMethod, Outcome<PendingEvaluation>>> started = new Memo<>(this::start);
    /** All that run, also while not all could be started yet. */
    private final Queue<PendingEvaluation> running = new ConcurrentLinkedQueue<>();

    private final Map<Integer, Evaluation> completed = Collections.synchronizedMap(new TreeMap<>());

    /**
     * Plans the evaluations.
     *
     * @param needed the candidates that will be asked for
     * @param instance the object that has the candidates' methods
     * @param crossValidation makes the cross-validation that all candidates share; called at most once
     */
    Evaluations(Set<CandidateMethod> needed, Memo<Object> instance, Callable<CrossValidation<?>> crossValidation) {
        this.needed = needed;
        this.instance = instance;
        this.crossValidation = crossValidation;
    }

    private Map<CandidateMethod, Outcome<PendingEvaluation>> start() throws Exception {
        Object target = instance.get();
        CrossValidation<?> shared = crossValidation.call();
        Map<CandidateMethod, Outcome<PendingEvaluation>> pending = new LinkedHashMap<>();
        needed.stream().sorted(Comparator.comparing(CandidateMethod::position)).forEach(candidate -> {
            Supplier<?> source = () -> ReflectionSupport.invokeMethod(candidate.method(), target);
            pending.put(
                    candidate,
                    Outcome.of(() -> start(
                            shared, Candidate.of(candidate.name(), source).withConcurrency(candidate.concurrency()))));
        });
        return pending;
    }

    private PendingEvaluation start(CrossValidation<?> shared, Candidate candidate) {
        PendingEvaluation evaluation = shared.start(candidate);
        running.add(evaluation);
        return evaluation;
    }

    /** Waits for a candidate's evaluation. */
    Evaluation of(CandidateMethod candidate) throws Exception {
        Outcome<PendingEvaluation> pending = started.get().get(candidate);
        if (pending == null) {
            throw new IllegalStateException("candidate \"" + candidate.name() + "\" was not planned");
        }
        try {
            Evaluation evaluation = pending.get().await();
            completed.put(candidate.position(), evaluation);
            return evaluation;
        } catch (InterruptedException e) {
            // for whoever else waits, and so that the run is stopped whatever a check makes of the exception
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    /** Waits for all of these, even if one fails, and then throws the first failure. */
    List<Evaluation> of(List<CandidateMethod> candidates) throws Exception {
        List<Outcome<Evaluation>> outcomes = candidates.stream()
                .map(candidate -> Outcome.of(() -> of(candidate)))
                .toList();
        List<Evaluation> evaluations = new ArrayList<>();
        for (Outcome<Evaluation> outcome : outcomes) {
            evaluations.add(outcome.get());
        }
        return evaluations;
    }

    /** Gives up what has not ended. */
    void cancel() {
        running.forEach(PendingEvaluation::cancel);
    }

    /** Returns the names of candidates that were to be evaluated, and for which no check got an evaluation. */
    List<String> failed() {
        return needed.stream()
                .filter(candidate -> !completed.containsKey(candidate.position()))
                .map(CandidateMethod::name)
                .sorted()
                .toList();
    }

    /** Returns what checks have waited for, successfully, in the candidates' order. */
    List<Evaluation> completed() {
        synchronized (completed) {
            return List.copyOf(completed.values());
        }
    }
}
