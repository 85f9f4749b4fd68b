package dev.assay.engine.internal.declaration;

import dev.assay.engine.CheckParameterProvider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;

/** Reads what checks take. */
final class ParametersReader {

    private static final String RULE =
            "can't be given these parameters; a check takes an Evaluation, a Comparison and a Dataset,"
                    + " in any order and each at most once";

    private final Problems problems;
    private final ParameterProviders providers;

    ParametersReader(Problems problems, ParameterProviders providers) {
        this.problems = problems;
        this.providers = providers;
    }

    /** Reads those that can be given; providers are asked for the rest of the class that is run. */
    List<CheckParameter> read(Method method, Class<?> type) {
        List<CheckParameter> parameters = new ArrayList<>();
        for (java.lang.reflect.Parameter declared : method.getParameters()) {
            Optional<Parameter> own = Parameter.ofType(declared.getType());
            if (own.isPresent() && parameters.contains(own.get())) {
                problems.add(method, RULE);
            } else if (own.isPresent()) {
                parameters.add(own.get());
            } else {
                provided(method, declared, type).ifPresent(parameters::add);
            }
        }
        return parameters;
    }

    private Optional<CheckParameter> provided(Method method, java.lang.reflect.Parameter declared, Class<?> type) {
        String wanted = declared.getType().getSimpleName();
        List<CheckParameterProvider<?>> found;
        try {
            found = providers.of(declared.getType(), type.getClassLoader());
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            problems.add(
                    method,
                    "takes a " + wanted + ", but providers of parameters can't be loaded: " + e
                            + "; mend what META-INF/services/" + CheckParameterProvider.class.getName() + " names");
            return Optional.empty();
        }
        if (found.isEmpty()) {
            problems.add(
                    method,
                    RULE + "; for a " + wanted + ", name a provider of it in META-INF/services/"
                            + CheckParameterProvider.class.getName());
        } else if (found.size() > 1) {
            problems.add(
                    method,
                    "takes a " + wanted + ", which several give: "
                            + found.stream()
                                    .map(provider -> provider.getClass().getName())
                                    .sorted()
                                    .collect(Collectors.joining(" and "))
                            + "; keep one in META-INF/services/" + CheckParameterProvider.class.getName());
        }
        return found.size() == 1 ? Optional.of(new ProvidedParameter(declared, found.get(0))) : Optional.empty();
    }
}
