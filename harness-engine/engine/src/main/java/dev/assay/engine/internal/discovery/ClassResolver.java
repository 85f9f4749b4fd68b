package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.descriptor.ModelTestDescriptor;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds classes by name or id. */
final class ClassResolver implements SelectorResolver {

    private final Declarations declarations;
    private final UniqueId engine;
    private final Predicate<String> classNameFilter;

    ClassResolver(Declarations declarations, UniqueId engine, Predicate<String> classNameFilter) {
        this.declarations = declarations;
        this.engine = engine;
        this.classNameFilter = classNameFilter;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return classNameFilter.test(selector.getClassName())
                ? resolve(selector.getJavaClass(), context)
                : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        UniqueId.Segment last = id.getLastSegment();
        boolean isClass = last.getType().equals(ModelTestDescriptor.SEGMENT)
                && id.removeLastSegment().equals(engine);
        Optional<Class<?>> type =
                isClass ? ReflectionSupport.tryToLoadClass(last.getValue()).toOptional() : Optional.empty();
        return type.map(found -> resolve(found, context)).orElseGet(Resolution::unresolved);
    }

    private Resolution resolve(Class<?> type, Context context) {
        return declarations
                .of(type)
                .flatMap(declaration ->
                        context.addToParent(parent -> Optional.of(new ModelTestDescriptor(engine, declaration))))
                .map(Matches::of)
                .orElseGet(Resolution::unresolved);
    }
}
