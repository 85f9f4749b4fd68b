package dev.assay.evaluation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How candidates are run, which has no part in what their folds give.
 *
 * @param timeLimit how long an evaluation may take from its first fold on
 * @param failures what becomes of folds that fail
 * @param keepModels whether folds keep their models
 * @param board where progress is shown, if anywhere
 * @param timer the time
 * @param caching how keys of folds are planned under which predictions are kept
 */
record RunOptions(
        Optional<Duration> timeLimit,
        FoldFailures failures,
        boolean keepModels,
        Supplier<Optional<ProgressBoard>> board,
        Timer timer,
        CandidateRun.Caching caching) {

    static final RunOptions DEFAULTS = new RunOptions(
            Optional.empty(),
            FoldFailures.FAIL,
            false,
            () -> Progress.ofProperty().board(),
            SystemTimer.INSTANCE,
            CandidateRun.Caching.OFF);

    RunOptions withTimeLimit(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("the time limit must be positive, not " + limit);
        }
        return new RunOptions(Optional.of(limit), failures, keepModels, board, timer, caching);
    }

    RunOptions withFailures(FoldFailures policy) {
        return new RunOptions(timeLimit, policy, keepModels, board, timer, caching);
    }

    RunOptions withModels() {
        return new RunOptions(timeLimit, failures, true, board, timer, caching);
    }

    RunOptions withBoard(Supplier<Optional<ProgressBoard>> newBoard) {
        return new RunOptions(timeLimit, failures, keepModels, newBoard, timer, caching);
    }

    RunOptions withTimer(Timer newTimer) {
        return new RunOptions(timeLimit, failures, keepModels, board, newTimer, caching);
    }

    RunOptions withCaching(CandidateRun.Caching newCaching) {
        return new RunOptions(timeLimit, failures, keepModels, board, timer, newCaching);
    }
}
