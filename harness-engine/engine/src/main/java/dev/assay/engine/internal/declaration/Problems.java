package dev.assay.engine.internal.declaration;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Collects what is wrong with one class and its groups. */
final class Problems {

    private final Class<?> type;
    private final List<Problem> list;

    Problems(Class<?> type) {
        this(type, new ArrayList<>());
    }

    private Problems(Class<?> type, List<Problem> list) {
        this.type = type;
        this.list = list;
    }

    /** Returns what collects problems of another class with those of this. */
    Problems of(Class<?> other) {
        return new Problems(other, list);
    }

    /** Notes what is wrong with the class as a whole. */
    void add(String message) {
        list.add(at(message, true));
    }

    /** Notes what is wrong with a method. */
    void add(Method method, String message) {
        list.add(at(method, message, true));
    }

    /** Notes what is odd about the class but doesn't hinder. */
    void warn(String message) {
        list.add(at(message, false));
    }

    /** Notes what is odd about a method but doesn't hinder. */
    void warn(Method method, String message) {
        list.add(at(method, message, false));
    }

    private Problem at(String message, boolean isFatal) {
        return new Problem(Optional.of(ClassSource.from(type)), type.getName() + " " + message, isFatal);
    }

    private Problem at(Method method, String message, boolean isFatal) {
        return new Problem(
                Optional.of(MethodSource.from(type, method)),
                type.getName() + "." + Signatures.simple(method) + " " + message,
                isFatal);
    }

    boolean areFatal() {
        return list.stream().anyMatch(Problem::isFatal);
    }

    List<Problem> list() {
        return list;
    }
}
