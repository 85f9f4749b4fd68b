package dev.assay.engine.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class JupiterAnnotationsTest {

    @DisplayName(" shown ")
    @Tag("one")
    @Tag("two")
    @Disabled("for a reason")
    @EnabledIfSystemProperty(named = "one", matches = "1")
    @EnabledOnOs(OS.LINUX)
    static class Annotated {}

    /** Loads the engine's classes anew, and nothing of Jupiter. */
    private static final class WithoutJupiter extends ClassLoader {

        WithoutJupiter() {
            super(JupiterAnnotationsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.junit.jupiter.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith(JupiterAnnotations.class.getPackageName())
                    ? define(name)
                    : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void are_read_where_jupiter_is_there() {
        JupiterAnnotations annotations = JupiterAnnotations.find();

        assertThat(annotations.displayName(Annotated.class)).contains("shown");
        assertThat(annotations.tags(Annotated.class)).containsExactly("one", "two");
        assertThat(annotations.disabled(Annotated.class)).contains("for a reason");
        assertThat(annotations.conditions(Annotated.class))
                .containsExactly(new PatternCondition(
                        "EnabledIfSystemProperty", PatternCondition.Source.PROPERTY, true, "one", "1", ""));
        assertThat(annotations.otherConditions(Annotated.class)).containsExactly("EnabledOnOs");
    }

    @Test
    void say_nothing_where_jupiter_is_not_there() throws ReflectiveOperationException {
        Class<?> isolated = new WithoutJupiter().loadClass(JupiterAnnotations.class.getName());
        Method find = isolated.getDeclaredMethod("find");
        find.setAccessible(true);
        Object annotations = find.invoke(null);

        assertThat(isolated).isNotEqualTo(JupiterAnnotations.class);
        assertThat(call(isolated, annotations, "displayName")).isEqualTo(Optional.empty());
        assertThat(call(isolated, annotations, "tags")).isEqualTo(List.of());
        assertThat(call(isolated, annotations, "disabled")).isEqualTo(Optional.empty());
        assertThat(call(isolated, annotations, "conditions")).isEqualTo(List.of());
        assertThat(call(isolated, annotations, "otherConditions")).isEqualTo(List.of());
    }

    private static Object call(Class<?> type, Object target, String method) throws ReflectiveOperationException {
        Method found = type.getDeclaredMethod(method, AnnotatedElement.class);
        found.setAccessible(true);
        return found.invoke(target, Annotated.class);
    }
}
