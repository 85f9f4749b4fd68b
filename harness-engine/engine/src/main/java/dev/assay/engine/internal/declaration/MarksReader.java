package dev.assay.engine.internal.declaration;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.platform.engine.TestTag;

/** Reads Jupiter's annotations and says what is wrong with them. */
final class MarksReader {

    private final JupiterAnnotations jupiter;

    MarksReader(JupiterAnnotations jupiter) {
        this.jupiter = jupiter;
    }

    Marks ofClass(Class<?> type, Problems problems) {
        return read(type, type.getName(), problems::add, problems::warn);
    }

    Marks ofMethod(Method method, Problems problems) {
        return read(
                method,
                Signatures.simple(method),
                message -> problems.add(method, message),
                message -> problems.warn(method, message));
    }

    private Marks read(AnnotatedElement element, String name, Consumer<String> error, Consumer<String> warning) {
        return new Marks(jupiter.displayName(element), tags(element, warning), condition(element, name, error));
    }

    private Condition condition(AnnotatedElement element, String name, Consumer<String> error) {
        jupiter.otherConditions(element)
                .forEach(
                        other -> error.accept(
                                "has @" + other
                                        + ", a condition that nobody would look at; use @EnabledIfSystemProperty,"
                                        + " @EnabledIfEnvironmentVariable, their opposites or @Disabled, or assume in the check what it needs"));
        List<PatternCondition> conditions = jupiter.conditions(element);
        conditions.forEach(condition -> condition.problem().ifPresent(error));
        Optional<String> disabled =
                jupiter.disabled(element).map(reason -> reason.isBlank() ? name + " is @Disabled" : reason);
        return Condition.of(() -> disabled.or(() -> conditions.stream()
                .flatMap(condition -> condition.disabled().stream())
                .findFirst()));
    }

    private List<TestTag> tags(AnnotatedElement element, Consumer<String> warning) {
        List<TestTag> tags = new ArrayList<>();
        for (String tag : jupiter.tags(element)) {
            if (TestTag.isValid(tag)) {
                tags.add(TestTag.create(tag));
            } else {
                warning.accept("has the tag \"" + tag
                        + "\", which is left out; a tag is not blank and has no spaces and none of , ( ) & | !");
            }
        }
        return tags;
    }
}
