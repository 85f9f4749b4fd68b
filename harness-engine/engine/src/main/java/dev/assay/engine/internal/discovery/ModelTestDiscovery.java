package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.declaration.Problem;
import dev.assay.engine.internal.descriptor.AssayEngineDescriptor;
import dev.assay.engine.internal.execution.Configuration;
import dev.assay.engine.internal.execution.ParallelExecution;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * One discovery. Classes with fatal problems are left out of the tree and reported; by JUnit's default that keeps the engine
 * from being run until they are mended.
 */
public final class ModelTestDiscovery {

    private final EngineDiscoveryRequest request;
    private final AssayEngineDescriptor engine;

    /**
     * Prepares a discovery.
     *
     * @param request what to find
     * @param engine the root to which classes are added
     */
    public ModelTestDiscovery(EngineDiscoveryRequest request, AssayEngineDescriptor engine) {
        this.request = request;
        this.engine = engine;
    }

    /** Finds what was requested. */
    public void run() {
        Declarations declarations = new Declarations(engine.parallel().isEnabled(), this::report);
        EngineDiscoveryRequestResolver.<AssayEngineDescriptor>builder()
                .addClassContainerSelectorResolver(declarations::areOfInterest)
                .addSelectorResolver(
                        context -> new ClassResolver(declarations, engine.getUniqueId(), context.getClassNameFilter()))
                .addSelectorResolver(new MethodResolver(new Locations(declarations, engine.getUniqueId())))
                .addSelectorResolver(new ChildResolver())
                .addTestDescriptorVisitor(context -> new ChildOrder())
                .build()
                .resolve(request, engine);
        if (!engine.getChildren().isEmpty()) {
            checkConfiguration();
        }
    }

    private void checkConfiguration() {
        try {
            Configuration.of(request.getConfigurationParameters());
            ParallelExecution.unknown(request.getConfigurationParameters())
                    .forEach(key -> report(new Problem(
                            Optional.empty(),
                            "there is no configuration parameter " + key + ", and it does nothing; see those of "
                                    + "assay.execution in Assay's documentation",
                            false)));
        } catch (IllegalArgumentException e) {
            report(new Problem(Optional.empty(), String.valueOf(e.getMessage()), true));
        }
    }

    private void report(Problem problem) {
        DiscoveryIssues.report(problem, request.getDiscoveryListener(), engine.getUniqueId());
    }
}
