package dev.assay.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds what an object holds on to, by its fields and theirs. Of Java's own classes only containers are looked into; any
 * that isn't known to hold nothing is an error, so that nothing is missed.
 */
public final class Reachable {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> next = new ArrayDeque<>();

    private Reachable() {}

    /** Returns all objects of a type that are held by another object. */
    public static <T> List<T> from(Object root, Class<T> type) {
        Reachable search = new Reachable();
        search.add(root);
        List<T> found = new ArrayList<>();
        while (!search.next.isEmpty()) {
            Object object = search.next.remove();
            if (type.isInstance(object)) {
                found.add(type.cast(object));
            }
            search.expand(object);
        }
        return found;
    }

    private void add(Object object) {
        if (object != null && seen.add(object)) {
            next.add(object);
        }
    }

    private void expand(Object object) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            if (!type.getComponentType().isPrimitive()) {
                for (int i = 0; i < Array.getLength(object); i++) {
                    add(Array.get(object, i));
                }
            }
        } else if (object instanceof CompletableFuture<?> future) {
            add(future.isDone() && !future.isCompletedExceptionally() ? future.join() : null);
        } else if (object instanceof Collection<?> all) {
            all.forEach(this::add);
        } else if (object instanceof Map<?, ?> all) {
            all.keySet().forEach(this::add);
            all.values().forEach(this::add);
        } else if (object instanceof Optional<?> optional) {
            add(optional.orElse(null));
        } else if (type.getName().startsWith("dev.assay.")) {
            fields(object, type);
        } else if (!isLeaf(object)) {
            throw new AssertionError("can't look into a " + type.getName());
        }
    }

    private static boolean isLeaf(Object object) {
        return object instanceof Number
                || object instanceof CharSequence
                || object instanceof Boolean
                || object instanceof Class
                || object instanceof Enum
                || object instanceof AtomicInteger
                || object.getClass().getPackageName().startsWith("java.time")
                || object.getClass().getName().startsWith("java.util.Optional")
                // the pool of folds and the timer, which all runs share
                || object.getClass().getPackageName().startsWith("java.util.concurrent");
    }

    private void fields(Object object, Class<?> type) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            if (!each.getName().startsWith("dev.assay.")) {
                continue;
            }
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    try {
                        field.setAccessible(true);
                        add(field.get(object));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
    }
}
