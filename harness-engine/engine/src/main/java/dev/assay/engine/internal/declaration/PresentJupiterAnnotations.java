package dev.assay.engine.internal.declaration;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads Jupiter's annotations. Making one fails with a {@link LinkageError} where Jupiter's API is not there. */
final class PresentJupiterAnnotations implements JupiterAnnotations {

    private final Class<DisplayName> displayName = DisplayName.class;
    private final Class<Tag> tag = Tag.class;
    private final Class<Disabled> disabled = Disabled.class;

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
}
