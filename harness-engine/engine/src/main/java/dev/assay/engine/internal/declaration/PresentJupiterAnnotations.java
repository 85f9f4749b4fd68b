package dev.assay.engine.internal.declaration;

import dev.assay.engine.internal.declaration.PatternCondition.Source;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Reads Jupiter's annotations. Making one fails with a {@link LinkageError} where Jupiter's API is not there. */
final class PresentJupiterAnnotations implements JupiterAnnotations {

    private final Class<DisplayName> displayName = DisplayName.class;
    private final Class<Tag> tag = Tag.class;
    private final Class<Disabled> disabled = Disabled.class;

    /** Conditions that this engine looks at itself. */
    private final Set<Class<? extends Annotation>> known = Set.of(
            EnabledIfSystemProperty.class,
            DisabledIfSystemProperty.class,
            EnabledIfEnvironmentVariable.class,
            DisabledIfEnvironmentVariable.class);

    @Override
    public Optional<String> displayName(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, displayName)
                .map(DisplayName::value)
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    @Override
    public List<String> tags(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, tag).stream()
                .map(Tag::value)
                .toList();
    }

    @Override
    public Optional<String> disabled(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, disabled).map(Disabled::value);
    }

    @Override
    public List<PatternCondition> conditions(AnnotatedElement element) {
        return Stream.of(
                        read(
                                element,
                                EnabledIfSystemProperty.class,
                                each -> of(
                                        each,
                                        Source.PROPERTY,
                                        true,
                                        each.named(),
                                        each.matches(),
                                        each.disabledReason())),
                        read(
                                element,
                                DisabledIfSystemProperty.class,
                                each -> of(
                                        each,
                                        Source.PROPERTY,
                                        false,
                                        each.named(),
                                        each.matches(),
                                        each.disabledReason())),
                        read(
                                element,
                                EnabledIfEnvironmentVariable.class,
                                each -> of(
                                        each,
                                        Source.VARIABLE,
                                        true,
                                        each.named(),
                                        each.matches(),
                                        each.disabledReason())),
                        read(
                                element,
                                DisabledIfEnvironmentVariable.class,
                                each -> of(
                                        each,
                                        Source.VARIABLE,
                                        false,
                                        each.named(),
                                        each.matches(),
                                        each.disabledReason())))
                .flatMap(conditions -> conditions)
                .toList();
    }

    private static <A extends Annotation> Stream<PatternCondition> read(
            AnnotatedElement element, Class<A> type, Function<A, PatternCondition> condition) {
        return AnnotationSupport.findRepeatableAnnotations(element, type).stream()
                .map(condition);
    }

    private static PatternCondition of(
            Annotation annotation, Source source, boolean enables, String named, String matches, String reason) {
        return new PatternCondition(
                annotation.annotationType().getSimpleName(), source, enables, named, matches, reason);
    }

    @Override
    public List<String> otherConditions(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .filter(annotation -> hasOther(annotation, new HashSet<>()))
                .map(annotation -> annotation.annotationType().getSimpleName())
                .toList();
    }

    /** Tells whether an annotation is, has on itself, or contains such that repeat, a condition that is not known here. */
    private boolean hasOther(Annotation annotation, Set<Class<?>> seen) {
        if (annotation instanceof ExtendWith extension) {
            return Arrays.stream(extension.value()).anyMatch(ExecutionCondition.class::isAssignableFrom);
        }
        Class<? extends Annotation> type = annotation.annotationType();
        if (known.contains(type) || type.getName().startsWith("java.lang.annotation.") || !seen.add(type)) {
            return false;
        }
        return Stream.concat(Arrays.stream(type.getAnnotations()), contained(annotation))
                .anyMatch(each -> hasOther(each, seen));
    }

    private static Stream<Annotation> contained(Annotation annotation) {
        return ReflectionSupport.findMethod(annotation.annotationType(), "value")
                .filter(method -> method.getReturnType().isArray()
                        && method.getReturnType().getComponentType().isAnnotation())
                .map(method -> Arrays.stream((Annotation[]) ReflectionSupport.invokeMethod(method, annotation)))
                .orElseGet(Stream::empty);
    }
}
