package dev.assay.engine.internal.execution;

import dev.assay.data.InvalidDataException;
import dev.assay.engine.internal.declaration.ClassCandidate;
import dev.assay.engine.internal.declaration.Need;
import dev.assay.engine.internal.declaration.StreamedCandidate;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationException;
import dev.assay.evaluation.PendingEvaluation;
import dev.assay.result.ClassResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The evaluations that checks of one class share. When the first is asked for, all that are needed start together, so that
 * threads don't idle at the end of each.
 */
final class Evaluations {

    private final List<Need> needs;
    private final Memo<List<StreamedCandidate>> streamed;
    private final Memo<Object> instance;
    private final Callable<CrossValidation<?>> crossValidation;
    private final Memo<Map<ClassCandidate, Outcome<PendingEvaluation>>> started = new Memo<>(this::start);
    /** All that run, also while not all could be started yet. */
    private final Queue<PendingEvaluation> running = new ConcurrentLinkedQueue<>();

    /** Why there is no evaluation, by candidates' positions. */
    private final Map<Integer, String> reasons = new ConcurrentHashMap<>();

    private volatile boolean cancelled;

    private final Map<Integer, Evaluation> completed = Collections.synchronizedMap(new TreeMap<>());

    /**
     * Plans the evaluations.
     *
     * @param needs what will be asked for
     * @param streamed gives the candidates of the method that gives several
     * @param instance the object that has the candidates' methods
     * @param crossValidation makes the cross-validation that all candidates share; called at most once
     */
    Evaluations(
            List<Need> needs,
            Memo<List<StreamedCandidate>> streamed,
            Memo<Object> instance,
            Callable<CrossValidation<?>> crossValidation) {
        this.needs = needs;
        this.streamed = streamed;
        this.instance = instance;
        this.crossValidation = crossValidation;
    }

    private Map<ClassCandidate, Outcome<PendingEvaluation>> start() throws Exception {
        Object target = instance.get();
        CrossValidation<?> shared = crossValidation.call();
        Map<ClassCandidate, Outcome<PendingEvaluation>> pending = new LinkedHashMap<>();
        for (ClassCandidate candidate : needed()) {
            pending.put(candidate, Outcome.of(() -> start(shared, candidate.of(target))));
        }
        return pending;
    }

    private PendingEvaluation start(CrossValidation<?> shared, Candidate candidate) {
        PendingEvaluation evaluation = shared.start(candidate);
        running.add(evaluation);
        if (cancelled) {
            evaluation.cancel();
        }
        return evaluation;
    }

    /** Returns all candidates that will be asked for, in order; if some can't be had, whoever asks will learn why. */
    private List<ClassCandidate> needed() {
        List<StreamedCandidate> known = needs.stream().anyMatch(Need::isStreamed)
                ? Outcome.of(streamed::get).value().orElse(List.of())
                : List.of();
        return needed(known);
    }

    private List<ClassCandidate> needed(List<StreamedCandidate> known) {
        return needs.stream()
                .flatMap(need -> need.candidates(known))
                .distinct()
                .sorted(Comparator.comparing(ClassCandidate::position))
                .toList();
    }

    /** Waits for a candidate's evaluation. */
    Evaluation of(ClassCandidate candidate) throws Exception {
        try {
            return awaited(candidate);
        } catch (Exception | Error e) {
            reasons.putIfAbsent(candidate.position(), reason(e));
            throw e;
        }
    }

    private static String reason(Throwable failure) {
        if (failure instanceof InterruptedException) {
            return "the run was interrupted";
        }
        boolean tellsAll = failure instanceof EvaluationException || failure instanceof InvalidDataException;
        return tellsAll && failure.getMessage() != null ? failure.getMessage() : failure.toString();
    }

    private Evaluation awaited(ClassCandidate candidate) throws Exception {
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
    List<Evaluation> of(List<ClassCandidate> candidates) throws Exception {
        List<Outcome<Evaluation>> outcomes = candidates.stream()
                .map(candidate -> Outcome.of(() -> of(candidate)))
                .toList();
        List<Evaluation> evaluations = new ArrayList<>();
        for (Outcome<Evaluation> outcome : outcomes) {
            evaluations.add(outcome.get());
        }
        return evaluations;
    }

    /** Gives up what has not ended, and whatever is still to be started. */
    void cancel() {
        cancelled = true;
        running.forEach(PendingEvaluation::cancel);
    }

    /** Waits until no fold runs any more, but not for long. */
    void awaitFolds(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            for (PendingEvaluation evaluation : running) {
                evaluation.awaitFolds(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the candidates that were to be evaluated, and for which no check got an evaluation, in order. */
    List<ClassResult.Failure> failed() {
        return needed(streamed.ifMade().orElse(List.of())).stream()
                .filter(candidate -> !completed.containsKey(candidate.position()))
                .map(candidate -> new ClassResult.Failure(
                        candidate.name(),
                        reasons.getOrDefault(
                                candidate.position(), "no check waited for its evaluation before the run ended")))
                .toList();
    }

    /** Returns what checks have waited for, successfully, in the candidates' order. */
    List<Evaluation> completed() {
        synchronized (completed) {
            return List.copyOf(completed.values());
        }
    }
}
