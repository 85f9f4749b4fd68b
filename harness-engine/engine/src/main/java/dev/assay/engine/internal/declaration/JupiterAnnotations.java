package dev.assay.engine.internal.declaration;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;

/** What Jupiter's annotations say of a class or method; nothing where Jupiter's API is not there. */
interface JupiterAnnotations {

    /** Finds the annotations where Jupiter's API can be loaded, so that Assay doesn't need it. */
    static JupiterAnnotations find() {
        try {
            return new PresentJupiterAnnotations();
        } catch (LinkageError e) {
            return new JupiterAnnotations() {};
        }
    }

    /** Returns the text of {@code @DisplayName}. */
    default Optional<String> displayName(AnnotatedElement element) {
        return Optional.empty();
    }

    /** Returns the texts of all {@code @Tag}s. */
    default List<String> tags(AnnotatedElement element) {
        return List.of();
    }

    /** Returns the reason of {@code @Disabled}, empty text if it gives none. */
    default Optional<String> disabled(AnnotatedElement element) {
        return Optional.empty();
    }

    /** Returns the conditions on system properties and environment variables. */
    default List<PatternCondition> conditions(AnnotatedElement element) {
        return List.of();
    }

    /** Returns the simple names of annotations that are, or have, any other condition of Jupiter's. */
    default List<String> otherConditions(AnnotatedElement element) {
        return List.of();
    }
}
