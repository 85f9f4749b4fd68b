package dev.assay.engine.internal.declaration;

import dev.assay.engine.AfterEvaluation;
import dev.assay.engine.BeforeEvaluation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the methods that are called around all that a class evaluates. */
final class HooksReader {

    private final Problems problems;

    HooksReader(Problems problems) {
        this.problems = problems;
    }

    Hooks read(Class<?> type) {
        return new Hooks(read(type, BeforeEvaluation.class, false), read(type, AfterEvaluation.class, true));
    }

    /** Puts the methods of bases first, or last, and those of one class in the order of names. */
    private List<Method> read(Class<?> type, Class<? extends Annotation> annotation, boolean areBasesLast) {
        List<Method> methods = ModelTestReader.methods(type, annotation);
        String role = "a method with @" + annotation.getSimpleName();
        methods.forEach(method -> check(method, role));
        List<Class<?>> levels = methods.stream()
                .<Class<?>>map(Method::getDeclaringClass)
                .distinct()
                .collect(Collectors.toList());
        if (areBasesLast) {
            Collections.reverse(levels);
        }
        return methods.stream()
                .sorted(Comparator.<Method>comparingInt(method -> levels.indexOf(method.getDeclaringClass()))
                        .thenComparing(Method::getName))
                .toList();
    }

    private void check(Method method, String role) {
        MemberRules rules = new MemberRules(problems);
        rules.modifiers(method, role);
        rules.withoutResult(method, role);
        rules.withoutParameters(method, role);
    }
}
