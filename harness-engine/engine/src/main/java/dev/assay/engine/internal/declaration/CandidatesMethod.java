package dev.assay.engine.internal.declaration;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The method that gives several candidates.
 *
 * @param type the class
 * @param method the method
 * @param beside the candidates that have methods of their own
 * @param condition whether it is left out
 */
public record CandidatesMethod(Class<?> type, Method method, List<CandidateMethod> beside, Condition condition) {

    /** Copies the list. */
    public CandidatesMethod {
        beside = List.copyOf(beside);
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
     * Writes the method as users know it.
     *
     * @return the name with parentheses
     */
    public String signature() {
        return Signatures.simple(method);
    }

    boolean isEnabled() {
        return disabled().isEmpty();
    }

    /**
     * Calls the method.
     *
     * @param instance the object that has it
     * @return the candidates, at least one, behind those that have methods of their own
     */
    public List<StreamedCandidate> call(Object instance) {
        return new CandidateStream(type.getName() + "." + signature(), beside)
                .read(ReflectionSupport.invokeMethod(method, instance));
    }
}
