package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.descriptor.ModelTestDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds classes by name or id, and groups by name. */
final class ClassResolver implements SelectorResolver {

    private final Declarations declarations;
    private final Locations locations;
    private final UniqueId engine;
    private final Predicate<String> classNameFilter;

    ClassResolver(Declarations declarations, UniqueId engine, Predicate<String> classNameFilter) {
        this.declarations = declarations;
        this.locations = new Locations(declarations, engine);
        this.engine = engine;
        this.classNameFilter = classNameFilter;
    }

    /** Takes a group for a part of its class, so that filters are asked of that. */
    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        if (!selector.getClassName().contains("$") || !declarations.isGroup(selector.getJavaClass())) {
            return classNameFilter.test(selector.getClassName())
                    ? resolve(selector.getJavaClass(), context)
                    : Resolution.unresolved();
        }
        return group(locations.path(selector.getJavaClass()));
    }

    @Override
    public Resolution resolve(NestedClassSelector selector, Context context) {
        List<Class<?>> path = new ArrayList<>(selector.getEnclosingClasses());
        path.add(selector.getNestedClass());
        return group(path);
    }

    private Resolution group(List<Class<?>> path) {
        Class<?> outermost = path.get(0);
        if (!classNameFilter.test(outermost.getName())) {
            return Resolution.unresolved();
        }
        return locations
                .of(path)
                .map(location -> Resolution.selectors(Set.of(DiscoverySelectors.selectUniqueId(location.id()))))
                .orElseGet(Resolution::unresolved);
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
