package dev.assay.engine.internal.declaration;

import dev.assay.engine.CheckParameterProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The providers of parameters that users have, looked for once when a check first needs one. */
final class ParameterProviders {

    private final Map<ClassLoader, List<CheckParameterProvider<?>>> known = new HashMap<>();

    /**
     * Finds the providers of a type.
     *
     * @throws java.util.ServiceConfigurationError if one can't be loaded
     */
    List<CheckParameterProvider<?>> of(Class<?> type, ClassLoader loader) {
        return known.computeIfAbsent(loader, ParameterProviders::load).stream()
                .filter(provider -> provider.type() == type)
                .toList();
    }

    private static List<CheckParameterProvider<?>> load(ClassLoader loader) {
        return ServiceLoader.load(CheckParameterProvider.class, loader).stream()
                .<CheckParameterProvider<?>>map(ServiceLoader.Provider::get)
                .toList();
    }
}
