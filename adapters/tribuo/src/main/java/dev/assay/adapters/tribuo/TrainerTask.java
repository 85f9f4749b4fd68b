package dev.assay.adapters.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tribuo.Trainer;
import org.tribuo.ensemble.EnsembleCombiner;

/**
 * Finds out what a trainer learns. Most classes of trainers declare it; those that take other trainers, such as
 * {@code BaggingTrainer} and {@code TransformTrainer}, learn what these do, and their provenance names them.
 */
final class TrainerTask {

    private TrainerTask() {}

    /** Returns the task, or nothing if neither the class nor the provenance tells. */
    static Optional<Task> of(Trainer<?> trainer) {
        return declared(trainer.getClass()).or(() -> ofParts(trainer));
    }

    private static Optional<Task> ofParts(Trainer<?> trainer) {
        try {
            return ofParts(trainer.getProvenance(), trainer.getClass().getClassLoader());
        } catch (RuntimeException e) {
            // a provenance that can't be read tells nothing
            return Optional.empty();
        }
    }

    private static Optional<Task> ofParts(ConfiguredObjectProvenance whole, ClassLoader loader) {
        for (Provenance value : whole.getConfiguredParameters().values()) {
            if (value instanceof ConfiguredObjectProvenance part) {
                Optional<Task> task = declared(part, loader).or(() -> ofParts(part, loader));
                if (task.isPresent()) {
                    return task;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Task> declared(ConfiguredObjectProvenance part, ClassLoader loader) {
        try {
            return declared(Class.forName(part.getClassName(), false, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Optional<Task> declared(Class<?> type) {
        return outputType(type, Map.of())
                .filter(Class.class::isInstance)
                .flatMap(output -> Task.ofOutputs((Class<?>) output));
    }

    /** Finds what stands for T where a class is a {@code Trainer<T>} or an {@code EnsembleCombiner<T>}. */
    private static Optional<Type> outputType(Class<?> type, Map<TypeVariable<?>, Type> known) {
        if (type == Trainer.class || type == EnsembleCombiner.class) {
            return Optional.ofNullable(known.get(type.getTypeParameters()[0]));
        }
        return Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .flatMap(parent -> outputType(parent, known).stream())
                .findFirst();
    }

    private static Optional<Type> outputType(Type parent, Map<TypeVariable<?>, Type> known) {
        if (!(parent instanceof ParameterizedType parameterized)) {
            return outputType((Class<?>) parent, Map.of());
        }
        Class<?> raw = (Class<?>) parameterized.getRawType();
        Map<TypeVariable<?>, Type> arguments = new HashMap<>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            Type argument = parameterized.getActualTypeArguments()[i];
            arguments.put(raw.getTypeParameters()[i], Objects.requireNonNullElse(valueOf(argument, known), argument));
        }
        return outputType(raw, arguments);
    }

    private static @Nullable Type valueOf(Type argument, Map<TypeVariable<?>, Type> known) {
        return argument instanceof TypeVariable<?> variable ? known.get(variable) : argument;
    }
}
