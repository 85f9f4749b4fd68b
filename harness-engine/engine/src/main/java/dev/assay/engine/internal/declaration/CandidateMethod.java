package dev.assay.engine.internal.declaration;

import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.Concurrency;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestTag;

/**
 * A method that gives a candidate.
 *
 * @param method the method
 * @param name the candidate's name
 * @param position the candidate's place, from 1, among all of its class in the order of their names
 * @param concurrency how its folds may run
 * @param cost how costly or complex it is, if that is said
 * @param tags the tags of its own
 * @param condition whether it is left out
 */
public record CandidateMethod(
        Method method,
        String name,
        int position,
        Concurrency concurrency,
        OptionalDouble cost,
        List<TestTag> tags,
        Condition condition)
        implements ClassCandidate {

    /** Copies the tags. */
    public CandidateMethod {
        tags = List.copyOf(tags);
    }

    @Override
    public Optional<String> disabled() {
        return condition.disabled();
    }

    boolean isEnabled() {
        return disabled().isEmpty();
    }

    /** Returns a candidate that calls the method anew for each fold. */
    @Override
    public Candidate of(Object instance) {
        Candidate candidate = Candidate.of(name, () -> ReflectionSupport.invokeMethod(method, instance))
                .withConcurrency(concurrency);
        return cost.isPresent() ? candidate.withCost(cost.getAsDouble()) : candidate;
    }
}
