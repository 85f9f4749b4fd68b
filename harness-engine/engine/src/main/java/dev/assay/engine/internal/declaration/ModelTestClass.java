package dev.assay.engine.internal.declaration;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestTag;

/**
 * What a model-test class declares.
 *
 * @param type the class
 * @param displayName how it is shown
 * @param resampling how candidates are evaluated
 * @param hooks the methods that are called around all that is evaluated
 * @param examples the method that gives the examples
 * @param candidates the candidates that have methods of their own, in the order of their names
 * @param stream the method that gives several candidates, if there is one
 * @param checks the checks, in the order of their names
 * @param groups the groups of checks, in the order of their names
 * @param tags the tags of its own
 * @param condition whether it is left out
 * @param scheduling what it says of running beside others
 */
public record ModelTestClass(
        Class<?> type,
        String displayName,
        ResamplingPlan resampling,
        Hooks hooks,
        ExamplesMethod examples,
        List<CandidateMethod> candidates,
        Optional<CandidatesMethod> stream,
        List<CheckMethod> checks,
        List<GroupClass> groups,
        List<TestTag> tags,
        Condition condition,
        Scheduling scheduling)
        implements CheckContainer {

    /** Copies the collections. */
    public ModelTestClass {
        candidates = List.copyOf(candidates);
        checks = List.copyOf(checks);
        groups = List.copyOf(groups);
        tags = List.copyOf(tags);
    }

    /**
     * Tells why it is disabled.
     *
     * @return the reason; empty if it is not
     */
    public Optional<String> disabled() {
        return condition.disabled();
    }
}
