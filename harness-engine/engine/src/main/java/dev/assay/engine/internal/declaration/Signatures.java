package dev.assay.engine.internal.declaration;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes methods with the types of their parameters. */
final class Signatures {

    private Signatures() {}

    /** Returns such as {@code isGoodEnough(Evaluation)}. */
    static String simple(Method method) {
        return method.getName() + "(" + types(method, Class::getSimpleName, ", ") + ")";
    }

    /** Returns such as {@code isGoodEnough(dev.assay.evaluation.Evaluation)}, without spaces. */
    static String qualified(Method method) {
        return method.getName() + "(" + qualifiedTypes(method) + ")";
    }

    /** Returns the names of parameter types, separated by commas without spaces. */
    static String qualifiedTypes(Method method) {
        return types(method, Class::getTypeName, ",");
    }

    private static String types(Method method, Function<Class<?>, String> name, String separator) {
        return Arrays.stream(method.getParameterTypes()).map(name).collect(Collectors.joining(separator));
    }
}
