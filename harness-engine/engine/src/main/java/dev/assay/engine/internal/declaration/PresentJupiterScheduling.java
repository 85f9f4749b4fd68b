package dev.assay.engine.internal.declaration;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource.LockMode;
import org.junit.platform.engine.support.hierarchical.Node.ExecutionMode;

/**
 * Reads Jupiter's {@code @Execution}, {@code @ResourceLock} and {@code @Isolated} by Jupiter's rules. Making one fails with a
 * {@link LinkageError} where Jupiter's API is not there, or is older than providers of locks.
 */
final class PresentJupiterScheduling implements JupiterScheduling {

    private final Class<Execution> execution = Execution.class;
    private final Class<ResourceLock> lock = ResourceLock.class;
    private final ResourceLockTarget children = ResourceLockTarget.CHILDREN;

    @Override
    public Scheduling ofClass(List<Class<?>> around, Class<?> type) {
        List<ResourceLock> own = locks(type);
        return scheduling(
                type,
                Stream.concat(
                        named(Stream.concat(
                                ofChildren(around), own.stream().filter(each -> each.target() != children))),
                        provided(
                                Stream.concat(locks(around), own.stream()),
                                provider -> around.isEmpty()
                                        ? provider.provideForClass(type)
                                        : provider.provideForNestedClass(around, type))));
    }

    @Override
    public Scheduling ofCheck(List<Class<?>> around, Class<?> type, Method check) {
        List<Class<?>> above = Stream.concat(around.stream(), Stream.of(type)).toList();
        List<ResourceLock> own = locks(check);
        return scheduling(
                check,
                Stream.concat(
                        named(Stream.concat(ofChildren(above), own.stream())),
                        provided(
                                Stream.concat(locks(above), own.stream()),
                                provider -> provider.provideForMethod(around, type, check))));
    }

    /** Returns what the nearest of the classes above says of those below it; as in Jupiter, those further up say nothing here. */
    private Stream<ResourceLock> ofChildren(List<Class<?>> above) {
        return above.isEmpty()
                ? Stream.empty()
                : locks(above.get(above.size() - 1)).stream().filter(each -> each.target() == children);
    }

    private Stream<ResourceLock> locks(List<Class<?>> types) {
        return types.stream().flatMap(type -> locks(type).stream());
    }

    private List<ResourceLock> locks(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, lock);
    }

    private Scheduling scheduling(AnnotatedElement element, Stream<ExclusiveResource> resources) {
        Optional<ExecutionMode> mode = AnnotationSupport.findAnnotation(element, execution)
                .map(found -> ExecutionMode.valueOf(found.value().name()));
        return new Scheduling(mode, resources.collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Stream<ExclusiveResource> named(Stream<ResourceLock> locks) {
        return locks.filter(each -> !each.value().isBlank()).map(each -> resource(each.value(), each.mode()));
    }

    private static Stream<ExclusiveResource> provided(
            Stream<ResourceLock> locks, Function<ResourceLocksProvider, Set<ResourceLocksProvider.Lock>> locksOf) {
        return locks.flatMap(each -> Arrays.stream(each.providers()))
                .distinct()
                .flatMap(provider -> provided(provider, locksOf));
    }

    private static Stream<ExclusiveResource> provided(
            Class<? extends ResourceLocksProvider> provider,
            Function<ResourceLocksProvider, Set<ResourceLocksProvider.Lock>> locksOf) {
        try {
            return locksOf.apply(ReflectionSupport.newInstance(provider)).stream()
                    .map(each -> resource(each.getKey(), each.getAccessMode()))
                    .toList()
                    .stream();
        } catch (LinkageError | RuntimeException e) {
            throw new JUnitException(
                    "takes @ResourceLock from " + provider.getName() + ", which fails: " + e
                            + "; mend the provider, or name the resource in the annotation",
                    e);
        }
    }

    private static ExclusiveResource resource(String key, ResourceAccessMode mode) {
        return new ExclusiveResource(key, mode == ResourceAccessMode.READ ? LockMode.READ : LockMode.READ_WRITE);
    }
}
