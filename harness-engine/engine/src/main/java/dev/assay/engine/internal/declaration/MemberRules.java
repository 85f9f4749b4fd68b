package dev.assay.engine.internal.declaration;

import java.lang.reflect.Method;
import org.junit.platform.commons.support.ModifierSupport;

/** Says what a method must be so that the engine can call it. */
final class MemberRules {

    private final Problems problems;

    MemberRules(Problems problems) {
        this.problems = problems;
    }

    /** Checks the modifiers of a method, which is a check, for one. */
    void modifiers(Method method, String role) {
        callable(method, role);
        if (ModifierSupport.isStatic(method)) {
            problems.add(method, "is static; make " + role + " an instance method");
        }
    }

    private void callable(Method method, String role) {
        if (ModifierSupport.isPrivate(method)) {
            problems.add(method, "is private; make " + role + " package-private");
        }
        if (ModifierSupport.isAbstract(method)) {
            problems.add(method, "is abstract; give " + role + " a body");
        }
    }

    void withoutResult(Method method, String role) {
        if (method.getReturnType() != void.class) {
            problems.add(
                    method, "returns " + method.getReturnType().getSimpleName() + "; " + role + " must return void");
        }
    }

    void withoutParameters(Method method, String role) {
        if (method.getParameterCount() > 0) {
            problems.add(method, "has parameters; " + role + " takes none");
        }
    }

    /** Checks that a method gives something and needs nothing. */
    void source(Method method, String role, String gives) {
        modifiers(method, role);
        if (method.getReturnType() == void.class) {
            problems.add(method, "returns nothing; " + role + " must return " + gives);
        }
        withoutParameters(method, role);
    }

    /** Checks that a method needs nothing, perhaps not even an instance, and gives what it must. */
    void source(Method method, String role, Class<?> gives) {
        callable(method, role);
        if (!gives.isAssignableFrom(method.getReturnType())) {
            problems.add(
                    method,
                    "returns "
                            + (method.getReturnType() == void.class
                                    ? "nothing"
                                    : method.getReturnType().getSimpleName())
                            + "; " + role + " must return a " + gives.getSimpleName());
        }
        withoutParameters(method, role);
    }
}
