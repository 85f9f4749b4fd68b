package dev.assay.engine.internal.declaration;

import dev.assay.engine.Examples;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the method that gives the examples. */
final class ExamplesReader {

    private final Problems problems;

    ExamplesReader(Problems problems) {
        this.problems = problems;
    }

    Optional<ExamplesMethod> read(Class<?> type) {
        List<Method> methods = ModelTestReader.methods(type, Examples.class);
        MemberRules rules = new MemberRules(problems);
        methods.forEach(method ->
                rules.source(method, "a method with @Examples", "a Dataset, or a data set that an adapter knows"));
        if (methods.size() == 1) {
            return methods.stream().map(ExamplesReader::read).findFirst();
        }
        problems.add(
                methods.isEmpty()
                        ? "has no method with @Examples; add one that returns the data set"
                        : "has " + methods.size() + " methods with @Examples, "
                                + methods.stream()
                                        .map(Signatures::simple)
                                        .sorted()
                                        .collect(Collectors.joining(" and "))
                                + "; keep one");
        return Optional.empty();
    }

    private static ExamplesMethod read(Method method) {
        String name = AnnotationSupport.findAnnotation(method, Examples.class)
                .map(examples -> examples.value().strip())
                .orElse("");
        return new ExamplesMethod(method, name.isEmpty() ? Words.of(method.getName()) : name);
    }
}
