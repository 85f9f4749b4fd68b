package dev.assay.engine.internal.declaration;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestTag;

/**
 * A method that checks.
 *
 * @param method the method
 * @param group the group that it is in, if it is in one
 * @param displayName how it is shown
 * @param parameters what it takes, in order
 * @param evaluated the candidates that it is called for one by one; none if it takes no evaluation
 * @param isForOneCandidate whether it names exactly one candidate to be evaluated, so that it is always one test
 * @param compared the candidates that it compares; none if it takes no comparison
 * @param gates the demands that it declares
 * @param judges whether it must judge something
 * @param tags the tags of its own
 * @param condition whether it is left out
 * @param scheduling what it, or its class of all checks, says of running beside others
 */
public record CheckMethod(
        Method method,
        Optional<GroupPath> group,
        String displayName,
        List<CheckParameter> parameters,
        Subjects evaluated,
        boolean isForOneCandidate,
        Subjects compared,
        List<DeclaredGate> gates,
        boolean judges,
        List<TestTag> tags,
        Condition condition,
        Scheduling scheduling) {

    /** Copies the collections. */
    public CheckMethod {
        parameters = List.copyOf(parameters);
        gates = List.copyOf(gates);
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

    /**
     * Returns the name by which results know the check.
     *
     * @return the method's name without parameters, behind that of the group and a point, if it is in one
     */
    public String name() {
        return group.map(each -> each.name() + ".").orElse("") + method.getName();
    }

    /**
     * Identifies the check in its class or group.
     *
     * @return the name with the qualified types of parameters
     */
    public String id() {
        return Signatures.qualified(method);
    }

    /**
     * Writes the check as users know it.
     *
     * @return the name with the simple types of parameters
     */
    public String signature() {
        return Signatures.simple(method);
    }

    /**
     * Tells whether a client means this check.
     *
     * @param methodName a method's name
     * @param parameterTypes the qualified types of its parameters, separated by commas; empty if they are not known
     * @return whether the name is this one's, and the types too, if known
     */
    public boolean matches(String methodName, String parameterTypes) {
        return method.getName().equals(methodName)
                && (parameterTypes.isBlank()
                        || parameterTypes.replace(" ", "").equals(Signatures.qualifiedTypes(method)));
    }

    /**
     * Tells whether the check is a container of one test for each candidate.
     *
     * @return whether it takes an evaluation and doesn't name exactly one candidate
     */
    public boolean isPerCandidate() {
        return !evaluated.isEmpty() && !isForOneCandidate;
    }

    /**
     * Returns the calls of this check that are known before any method of the class is called.
     *
     * @return one for each candidate evaluated that has a method of its own, in order; or a single one, also for the only
     *     candidate, where that has none
     */
    public List<CheckCall> calls() {
        return evaluated.isEmpty() || (isForOneCandidate && evaluated.isStreamed())
                ? List.of(new CheckCall(this, Optional.empty()))
                : evaluated.methods().stream()
                        .map(candidate -> new CheckCall(this, Optional.of(candidate)))
                        .toList();
    }
}
