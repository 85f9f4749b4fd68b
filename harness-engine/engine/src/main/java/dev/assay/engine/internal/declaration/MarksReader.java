package dev.assay.engine.internal.declaration;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestTag;

/** Reads Jupiter's annotations and says what is wrong with them. */
final class MarksReader {

    private final JupiterAnnotations jupiter;
    private final JupiterScheduling scheduling;

    MarksReader(JupiterAnnotations jupiter, JupiterScheduling scheduling) {
        this.jupiter = jupiter;
        this.scheduling = scheduling;
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

    /** Reads what a class says of running beside others. */
    Scheduling scheduling(List<Class<?>> around, Class<?> type, Problems problems) {
        try {
            return scheduling.ofClass(around, type);
        } catch (JUnitException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Scheduling.NONE;
        }
    }

    /** Reads what a check, or its class of all checks, says of running beside others. */
    Scheduling scheduling(List<Class<?>> around, Class<?> type, Method check, Problems problems) {
        try {
            return scheduling.ofCheck(around, type, check);
        } catch (JUnitException e) {
            problems.add(check, String.valueOf(e.getMessage()));
            return Scheduling.NONE;
        }
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
