package dev.assay.evaluation;

import dev.assay.learning.Learner;
import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a learner is configured with, where its class shows it: a record of plain values or of other such learners, a constant
 * of an enum, or an object of a named class without fields.
 *
 * <p>A lambda shows nothing, even where it captures nothing: its class is made anew in each run, and nothing tells it from
 * another lambda of the same class, which the same method may give next time.
 */
final class LearnerConfiguration {

    private LearnerConfiguration() {}

    /** Describes a learner; empty if it may keep something that can't be seen. */
    static Optional<String> of(Learner<?> learner) {
        return describe(learner);
    }

    private static Optional<String> describe(Object value) {
        Class<?> type = value.getClass();
        if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
            return isPlain(type) ? Optional.of(type.getSimpleName() + " " + value) : Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text.length() + " " + text);
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.getDeclaringClass().getName() + "." + constant.name());
        }
        if (value instanceof List<?> list) {
            return all(list.toArray()).map(parts -> "[" + parts + "]");
        }
        if (type.isArray()) {
            return all(elements(value)).map(parts -> type.getName() + "[" + parts + "]");
        }
        if (value instanceof Record whole) {
            return components(whole)
                    .flatMap(LearnerConfiguration::all)
                    .map(parts -> type.getName() + "(" + parts + ")");
        }
        return type.isHidden() || mayKeepSomething(type) ? Optional.empty() : Optional.of(type.getName());
    }

    private static Object[] elements(Object array) {
        return IntStream.range(0, Array.getLength(array))
                .mapToObj(index -> Array.get(array, index))
                .toArray();
    }

    private static boolean isPlain(Class<?> type) {
        return type.getName().startsWith("java.lang.") || type.getName().startsWith("java.math.");
    }

    private static Optional<String> all(Object... values) {
        StringBuilder parts = new StringBuilder();
        for (Object value : values) {
            Optional<String> part = value == null ? Optional.of("null") : describe(value);
            if (part.isEmpty()) {
                return part;
            }
            parts.append(part.get()).append(';');
        }
        return Optional.of(parts.toString());
    }

    /** Reads a record's components, unless its module doesn't allow that. */
    private static Optional<Object[]> components(Record whole) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = components[i].getAccessor().invoke(whole);
            }
            return Optional.of(values);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Java hides the fields of some of its own classes from reflection. */
    private static boolean mayKeepSomething(Class<?> type) {
        for (Class<?> declaring = type; declaring != Object.class; declaring = declaring.getSuperclass()) {
            if (declaring.getClassLoader() == null
                    || Arrays.stream(declaring.getDeclaredFields())
                            .anyMatch(field -> !Modifier.isStatic(field.getModifiers()))) {
                return true;
            }
        }
        return false;
    }
}
