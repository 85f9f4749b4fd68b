package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.GroupPath;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.commons.support.ReflectionSupport;

/** The one instance of a class, and one of each of its groups, each made when the first check needs it. */
final class Instances {

    private final Memo<Object> outermost;
    private final Map<GroupPath, Memo<Object>> ofGroups = new ConcurrentHashMap<>();

    Instances(Class<?> type) {
        this.outermost = new Memo<>(() -> ReflectionSupport.newInstance(type));
    }

    Object outermost() throws Exception {
        return outermost.get();
    }

    /** Returns that of the class, if it was made. */
    Optional<Object> ifMade() {
        return outermost.ifMade();
    }

    /** Returns that of a group, or that of the class if there is no group. */
    Object of(Optional<GroupPath> group) throws Exception {
        return group.isPresent() ? of(group.get()) : outermost();
    }

    private Object of(GroupPath group) throws Exception {
        return ofGroups.computeIfAbsent(group, key -> new Memo<>(() -> make(key.type(), of(key.outer()))))
                .get();
    }

    private static Object make(Class<?> type, Object outer) throws Exception {
        if (outer.getClass() == type.getDeclaringClass()) {
            // perhaps a module is open to JUnit alone
            return ReflectionSupport.newInstance(type, outer);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(type.getDeclaringClass());
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(outer);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }
}
