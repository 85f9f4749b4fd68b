package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.declaration.CandidateMethod;
import dev.assay.engine.internal.declaration.CheckCall;
import dev.assay.engine.internal.declaration.ClassCandidate;
import dev.assay.engine.internal.declaration.Need;
import dev.assay.engine.internal.declaration.Scheduling;
import dev.assay.engine.internal.execution.AssayContext;
import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.result.ReportedJudgement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** One call of a check: a test. */
public final class CallDescriptor extends MarkedDescriptor {

    /**
     * The type of the last segment of the id of a call for one of several candidates; its value is the candidate's name.
     * Allure takes calls of such type for one test case with parameters.
     */
    public static final String SEGMENT = "test-template-invocation";

    /** The key of report entries on gates that the data can hardly decide. */
    private static final String POWER = "assay.power";

    private final CheckCall call;
    private final String legacyReportingName;

    private CallDescriptor(
            UniqueId uniqueId, String displayName, Class<?> type, CheckCall call, String legacyReportingName) {
        super(uniqueId, displayName, MethodSource.from(type, call.check().method()), tags(call), call::skipReason);
        this.call = call;
        this.legacyReportingName = legacyReportingName;
    }

    private static List<TestTag> tags(CheckCall call) {
        return Stream.concat(
                        call.check().tags().stream(),
                        call.candidate().stream()
                                .filter(CandidateMethod.class::isInstance)
                                .map(CandidateMethod.class::cast)
                                .flatMap(candidate -> candidate.tags().stream()))
                .toList();
    }

    /** Makes the node of a check that is called once. */
    static CallDescriptor ofCheck(UniqueId ofClass, Class<?> type, CheckCall call) {
        return new CallDescriptor(
                CheckDescriptor.id(ofClass, call.check()),
                call.check().displayName(),
                type,
                call,
                call.check().signature());
    }

    /** Makes the node of a call for one of several candidates, numbered so that Surefire can tell it from the others. */
    static CallDescriptor ofCandidate(UniqueId ofCheck, Class<?> type, CheckCall call) {
        ClassCandidate candidate = call.candidate().orElseThrow();
        return new CallDescriptor(
                id(ofCheck, candidate),
                candidate.name(),
                type,
                call,
                call.check().signature() + "[" + candidate.position() + "]");
    }

    /**
     * Identifies a call for one of several candidates.
     *
     * @param ofCheck the id of the check
     * @param candidate the candidate
     * @return the id of the call
     */
    public static UniqueId id(UniqueId ofCheck, ClassCandidate candidate) {
        return ofCheck.append(SEGMENT, candidate.name());
    }

    /** Leaves to the check's node, if it has one, what is said of the check. */
    @Override
    Scheduling scheduling() {
        return call.check().isPerCandidate() ? Scheduling.NONE : call.check().scheduling();
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public String getLegacyReportingName() {
        return legacyReportingName;
    }

    /** Returns what the call will ask for, if it is made. */
    Optional<Need> need() {
        return isSkipped() ? Optional.empty() : Optional.of(call);
    }

    @Override
    public AssayContext execute(AssayContext context, DynamicTestExecutor dynamicTestExecutor) throws Exception {
        try {
            context.classRun().check(call);
        } finally {
            context.classRun().powerless(call).forEach(sentence -> context.publish(this, POWER, sentence));
            // while the test runs, so that whoever listens can add them to it
            context.classRun()
                    .judged(call)
                    .forEach(judgement -> context.publish(
                            this, ReportedJudgement.of(judgement).entry()));
            context.classRun()
                    .tolerated(call)
                    .forEach(judgement -> context.publish(this, InconclusivePolicy.PROPERTY, judgement.message()));
        }
        return context;
    }
}
