package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.declaration.CheckMethod;
import dev.assay.engine.internal.descriptor.CallDescriptor;
import dev.assay.engine.internal.descriptor.CheckDescriptor;
import dev.assay.engine.internal.descriptor.StreamedCheckDescriptor;
import dev.assay.engine.internal.discovery.Locations.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Turns methods into the ids of checks, by name alone where a client doesn't give the types of parameters. */
final class MethodResolver implements SelectorResolver {

    /** Gives the ids of what is meant of a check that was found. */
    @FunctionalInterface
    private interface Ids extends BiFunction<UniqueId, CheckMethod, Stream<UniqueId>> {}

    private final Locations locations;

    MethodResolver(Locations locations) {
        this.locations = locations;
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        return resolve(selector, (check, method) -> Stream.of(check));
    }

    @Override
    public Resolution resolve(NestedMethodSelector selector, Context context) {
        return resolve(selector, (check, method) -> Stream.of(check));
    }

    /** Takes indices for positions from 0 among all candidates of the class, as in the names that clients show. */
    @Override
    public Resolution resolve(IterationSelector selector, Context context) {
        return resolve(
                selector.getParentSelector(), (check, method) -> ids(check, method, selector.getIterationIndices()));
    }

    private Resolution resolve(DiscoverySelector selector, Ids ids) {
        if (selector instanceof MethodSelector method) {
            return resolve(
                    locations.path(method.getJavaClass()), method.getMethodName(), method.getParameterTypeNames(), ids);
        }
        if (selector instanceof NestedMethodSelector method) {
            List<Class<?>> path = new ArrayList<>(method.getEnclosingClasses());
            path.add(method.getNestedClass());
            return resolve(path, method.getMethodName(), method.getParameterTypeNames(), ids);
        }
        return Resolution.unresolved();
    }

    private Resolution resolve(List<Class<?>> path, String methodName, String parameterTypes, Ids ids) {
        Set<DiscoverySelector> found = locations.of(path).stream()
                .flatMap(location -> location.container().checks().stream()
                        .filter(check -> check.matches(methodName, parameterTypes))
                        .flatMap(check -> ids.apply(id(location, check), check)))
                .map(DiscoverySelectors::selectUniqueId)
                .collect(Collectors.toSet());
        return found.isEmpty() ? Resolution.unresolved() : Resolution.selectors(found);
    }

    private static UniqueId id(Location location, CheckMethod check) {
        return CheckDescriptor.id(location.id(), check);
    }

    private static Stream<UniqueId> ids(UniqueId ofCheck, CheckMethod check, Set<Integer> indices) {
        if (check.isPerCandidate() && check.evaluated().isStreamed()) {
            return indices.stream().map(index -> StreamedCheckDescriptor.iteration(ofCheck, index + 1));
        }
        return check.isPerCandidate()
                ? check.evaluated().methods().stream()
                        .filter(candidate -> indices.contains(candidate.position() - 1))
                        .map(candidate -> CallDescriptor.id(ofCheck, candidate))
                : Stream.of(ofCheck);
    }
}
