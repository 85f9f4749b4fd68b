package dev.assay.engine.internal;

import dev.assay.engine.internal.descriptor.AssayEngineDescriptor;
import dev.assay.engine.internal.discovery.ModelTestDiscovery;
import dev.assay.engine.internal.execution.AssayContext;
import dev.assay.engine.internal.execution.Configuration;
import dev.assay.engine.internal.execution.ParallelExecution;
import dev.assay.engine.internal.execution.ParallelExecutor;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;

/** Runs {@link dev.assay.engine.ModelTest} classes on the JUnit Platform. */
public final class AssayTestEngine extends HierarchicalTestEngine<AssayContext> {

    /** Makes the engine, as the JUnit Platform does. */
    public AssayTestEngine() {}

    @Override
    public String getId() {
        return "assay";
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("dev.assay");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("assay-engine");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        AssayEngineDescriptor engine = new AssayEngineDescriptor(
                uniqueId, ParallelExecution.orSequential(request.getConfigurationParameters()));
        new ModelTestDiscovery(request, engine).run();
        return engine;
    }

    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        AssayEngineDescriptor engine = (AssayEngineDescriptor) request.getRootTestDescriptor();
        return engine.parallel().isEnabled()
                ? new ParallelExecutor(
                        ParallelExecution.executor(request.getConfigurationParameters()), engine::awaitEnd)
                : super.createExecutorService(request);
    }

    @Override
    protected AssayContext createExecutionContext(ExecutionRequest request) {
        return AssayContext.of(
                Configuration.of(request.getConfigurationParameters()), request.getEngineExecutionListener());
    }
}
