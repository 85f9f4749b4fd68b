package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.engine.internal.declaration.Need;
import dev.assay.engine.internal.declaration.Scheduling;
import dev.assay.engine.internal.execution.AssayContext;
import dev.assay.engine.internal.execution.ClassRun;
import dev.assay.engine.internal.execution.ParallelExecution;
import dev.assay.result.ReportedJudgement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class. */
public final class ModelTestDescriptor extends MarkedDescriptor implements ParentDescriptor {

    /** The type of the last segment of a class's id; its value is the class's name. */
    public static final String SEGMENT = "class";

    private final ModelTestClass declaration;
    private final ChildNodes nodes;

    /**
     * Makes a node without children.
     *
     * @param engine the id of the root
     * @param declaration what the class declares
     */
    public ModelTestDescriptor(UniqueId engine, ModelTestClass declaration) {
        super(
                id(engine, declaration.type()),
                declaration.displayName(),
                ClassSource.from(declaration.type()),
                declaration.tags(),
                declaration::disabled);
        this.declaration = declaration;
        this.nodes = new ChildNodes(getUniqueId(), declaration);
    }

    /**
     * Identifies a class.
     *
     * @param engine the id of the root
     * @param type the class
     * @return the class's id
     */
    public static UniqueId id(UniqueId engine, Class<?> type) {
        return engine.append(SEGMENT, type.getName());
    }

    @Override
    public List<UniqueId> childIds() {
        return nodes.ids();
    }

    @Override
    public Optional<TestDescriptor> child(UniqueId.Segment segment) {
        return nodes.of(segment);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public String getLegacyReportingName() {
        return declaration.type().getName();
    }

    @Override
    Scheduling scheduling() {
        return declaration.scheduling();
    }

    @Override
    ExecutionMode modeBy(ParallelExecution parallel) {
        return parallel.ofClasses();
    }

    /** Begins and ends the run of the class; the end comes even if the whole run is stopped in the middle. */
    @Override
    public void around(AssayContext context, Invocation<AssayContext> invocation) throws Exception {
        AssayContext ofClass = context.begin(declaration, needs());
        ClassRun run = ofClass.classRun();
        try (run) {
            invocation.invoke(ofClass);
        }
    }

    /** Asks the nodes that are left below, since clients take out what they don't want. */
    private List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        for (TestDescriptor descendant : getDescendants()) {
            if (descendant instanceof CallDescriptor call) {
                call.need().ifPresent(needs::add);
            } else if (descendant instanceof StreamedCheckDescriptor check) {
                needs.add(check);
            }
        }
        return needs;
    }

    @Override
    public void after(AssayContext context) {
        ClassRun run = context.classRun();
        List<Path> files = run.publish();
        if (!files.isEmpty()) {
            context.publish(this, ReportedJudgement.RESULTS, run.folder().toString());
        }
        files.forEach(file -> context.publish(this, file));
    }
}
