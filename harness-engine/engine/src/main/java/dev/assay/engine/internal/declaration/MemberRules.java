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
        if (ModifierSupport.isPrivate(method)) {
            problems.add(method, "is private; make " + role + " package-private");
        }
        if (ModifierSupport.isStatic(method)) {
            problems.add(method, "is static; make " + role + " an instance method");
        }
        if (ModifierSupport.isAbstract(method)) {
            problems.add(method, "is abstract; give " + role + " a body");
        }
    }

    /** Checks that a method gives something and needs nothing. */
    void source(Method method, String role, String gives) {
        modifiers(method, role);
        if (method.getReturnType() == void.class) {
            problems.add(method, "returns nothing; " + role + " must return " + gives);
        }
        if (method.getParameterCount() > 0) {
            problems.add(method, "has parameters; " + role + " takes none");
        }
    }
}
