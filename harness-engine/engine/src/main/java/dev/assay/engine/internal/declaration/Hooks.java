package dev.assay.engine.internal.declaration;

import java.lang.reflect.Method;
import java.util.List;

/**
 * The methods that are called around all that a class evaluates.
 *
 * @param before those that are called before it, in order
 * @param after those that are called after it, in order
 */
public record Hooks(List<Method> before, List<Method> after) {

    /** Copies the lists. */
    public Hooks {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
