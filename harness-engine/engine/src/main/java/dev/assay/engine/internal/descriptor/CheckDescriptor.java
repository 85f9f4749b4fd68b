package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.declaration.CheckMethod;
import dev.assay.engine.internal.declaration.ClassCandidate;
import dev.assay.engine.internal.declaration.Scheduling;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** A check that is called for one candidate after the other; each call is a child. */
public final class CheckDescriptor extends MarkedDescriptor implements ParentDescriptor {

    /** The type of the last segment of a check's id; its value is the method's name with the types of its parameters. */
    public static final String SEGMENT = "check";

    private final Class<?> type;
    private final CheckMethod check;

    CheckDescriptor(UniqueId ofClass, Class<?> type, CheckMethod check) {
        super(
                id(ofClass, check),
                check.displayName(),
                MethodSource.from(type, check.method()),
                check.tags(),
                check::disabled);
        this.type = type;
        this.check = check;
    }

    /**
     * Identifies a check.
     *
     * @param ofClass the id of its class
     * @param check the check
     * @return the check's id
     */
    public static UniqueId id(UniqueId ofClass, CheckMethod check) {
        return ofClass.append(SEGMENT, check.id());
    }

    @Override
    public List<UniqueId> childIds() {
        return check.evaluated().methods().stream()
                .map(candidate -> CallDescriptor.id(getUniqueId(), candidate))
                .toList();
    }

    @Override
    public Optional<TestDescriptor> child(UniqueId.Segment segment) {
        return check.calls().stream()
                .filter(call -> segment.getType().equals(CallDescriptor.SEGMENT)
                        && call.candidate().map(ClassCandidate::name).equals(Optional.of(segment.getValue())))
                .findFirst()
                .map(call -> CallDescriptor.ofCandidate(getUniqueId(), type, call));
    }

    @Override
    Scheduling scheduling() {
        return check.scheduling();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public String getLegacyReportingName() {
        return check.signature();
    }
}
