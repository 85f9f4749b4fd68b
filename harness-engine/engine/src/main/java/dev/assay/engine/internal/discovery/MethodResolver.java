package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.declaration.CheckMethod;
import dev.assay.engine.internal.descriptor.CallDescriptor;
import dev.assay.engine.internal.descriptor.CheckDescriptor;
import dev.assay.engine.internal.descriptor.ModelTestDescriptor;
import dev.assay.engine.internal.descriptor.StreamedCheckDescriptor;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Turns methods into the ids of checks, by name alone where a client doesn't give the types of parameters. */
final class MethodResolver implements SelectorResolver {

    private final Declarations declarations;
    private final UniqueId engine;

    MethodResolver(Declarations declarations, UniqueId engine) {
        this.declarations = declarations;
        this.engine = engine;
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        return resolve(selector, check -> Stream.of(id(selector, check)));
    }

    /** Takes indices for positions from 0 among all candidates of the class, as in the names that clients show. */
    @Override
    public Resolution resolve(IterationSelector selector, Context context) {
        return selector.getParentSelector() instanceof MethodSelector method
                ? resolve(method, check -> ids(method, check, selector.getIterationIndices()))
                : Resolution.unresolved();
    }

    private Resolution resolve(MethodSelector selector, Function<CheckMethod, Stream<UniqueId>> ids) {
        Set<UniqueId> found = declarations.of(selector.getJavaClass()).stream()
                .flatMap(declaration -> declaration.checks().stream())
                .filter(check -> check.matches(selector.getMethodName(), selector.getParameterTypeNames()))
                .flatMap(ids)
                .collect(Collectors.toSet());
        return found.isEmpty()
                ? Resolution.unresolved()
                : Resolution.selectors(
                        found.stream().map(DiscoverySelectors::selectUniqueId).collect(Collectors.toSet()));
    }

    private UniqueId id(MethodSelector selector, CheckMethod check) {
        return CheckDescriptor.id(ModelTestDescriptor.id(engine, selector.getJavaClass()), check);
    }

    private Stream<UniqueId> ids(MethodSelector selector, CheckMethod check, Set<Integer> indices) {
        UniqueId ofCheck = id(selector, check);
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
