package dev.assay.engine.internal.declaration;

import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.FoldFailures;
import java.time.Duration;
import java.util.Optional;

/**
 * When evaluations of a class are given up.
 *
 * @param timeLimit how long one may take, if there is a limit
 * @param failures what becomes of one in which folds fail
 */
public record RunRules(Optional<Duration> timeLimit, FoldFailures failures) {

    static RunRules of(long timeLimitSeconds, FoldFailures failures) {
        return new RunRules(
                Optional.of(timeLimitSeconds).filter(seconds -> seconds > 0).map(Duration::ofSeconds), failures);
    }

    CrossValidation<?> applyTo(CrossValidation<?> validation) {
        CrossValidation<?> withPolicy = validation.failures(failures);
        return timeLimit.<CrossValidation<?>>map(withPolicy::timeLimit).orElse(withPolicy);
    }
}
