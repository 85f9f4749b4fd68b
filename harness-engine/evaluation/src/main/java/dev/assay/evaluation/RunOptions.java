package dev.assay.evaluation;

import dev.assay.progress.Progress;
import dev.assay.progress.ProgressBoard;
import dev.assay.progress.Timer;
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
 * @param cache where predictions are kept, if anywhere
 */
record RunOptions(
        Optional<Duration> timeLimit,
        FoldFailures failures,
        boolean keepModels,
        Supplier<Optional<ProgressBoard>> board,
        Timer timer,
        Optional<FoldKeys.Shared> cache) {

    static final RunOptions DEFAULTS = new RunOptions(
            Optional.empty(),
            FoldFailures.FAIL,
            false,
            () -> Progress.ofProperty().board(),
            Timer.system(),
            Optional.empty());

    RunOptions withTimeLimit(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("the time limit must be positive, not " + limit);
        }
        return new RunOptions(Optional.of(limit), failures, keepModels, board, timer, cache);
    }

    RunOptions withFailures(FoldFailures policy) {
        return new RunOptions(timeLimit, policy, keepModels, board, timer, cache);
    }

    RunOptions withModels() {
        return new RunOptions(timeLimit, failures, true, board, timer, cache);
    }

    RunOptions withBoard(Supplier<Optional<ProgressBoard>> newBoard) {
        return new RunOptions(timeLimit, failures, keepModels, newBoard, timer, cache);
    }

    RunOptions withTimer(Timer newTimer) {
        return new RunOptions(timeLimit, failures, keepModels, board, newTimer, cache);
    }

    RunOptions withCache(FoldKeys.Shared newCache) {
        return new RunOptions(timeLimit, failures, keepModels, board, timer, Optional.of(newCache));
    }
}
