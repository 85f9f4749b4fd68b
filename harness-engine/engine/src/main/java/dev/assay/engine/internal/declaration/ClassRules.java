package dev.assay.engine.internal.declaration;

import java.util.Arrays;
import org.junit.platform.commons.support.ModifierSupport;

/** Says what a class must be so that the engine can make an instance of it. */
final class ClassRules {

    private ClassRules() {}

    static void check(Class<?> type, Problems problems) {
        if (ModifierSupport.isPrivate(type)) {
            problems.add("is private; make it package-private");
        }
        if (ModifierSupport.isAbstract(type)) {
            problems.add("is abstract; move @ModelTest to the classes that extend it");
        } else if (isInner(type)) {
            problems.add("is an inner class; make it static, or a class of its own");
        } else if (lacksConstructor(type)) {
            problems.add("has no constructor without parameters; add one");
        }
    }

    static boolean isInner(Class<?> type) {
        return type.getEnclosingClass() != null && ModifierSupport.isNotStatic(type);
    }

    private static boolean lacksConstructor(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .noneMatch(constructor -> constructor.getParameterCount() == 0);
    }
}
