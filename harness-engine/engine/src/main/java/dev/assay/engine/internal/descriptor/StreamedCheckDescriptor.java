package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.declaration.CandidatesMethod;
import dev.assay.engine.internal.declaration.CheckCall;
import dev.assay.engine.internal.declaration.CheckMethod;
import dev.assay.engine.internal.declaration.ClassCandidate;
import dev.assay.engine.internal.declaration.Need;
import dev.assay.engine.internal.declaration.Scheduling;
import dev.assay.engine.internal.declaration.StreamedCandidate;
import dev.assay.engine.internal.declaration.Subjects;
import dev.assay.engine.internal.execution.AssayContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * A check that is called for one candidate after the other, of which some are known only when it runs. All its calls become
 * children then, also those for candidates that are known before: clients ask no container for its tags that has children.
 */
public final class StreamedCheckDescriptor extends MarkedDescriptor implements Need {

    private final Class<?> type;
    private final CheckMethod check;
    private final CandidatesMethod stream;
    private final StreamedSelection selection = new StreamedSelection();

    StreamedCheckDescriptor(UniqueId ofClass, Class<?> type, CheckMethod check) {
        super(
                CheckDescriptor.id(ofClass, check),
                check.displayName(),
                MethodSource.from(type, check.method()),
                check.tags(),
                check::disabled);
        this.type = type;
        this.check = check;
        this.stream = check.evaluated().stream().orElseThrow();
    }

    /**
     * Identifies a call by its place among all candidates of the class.
     *
     * @param ofCheck the id of the check
     * @param position the place, from 1
     * @return an id to be selected, which no node has
     */
    public static UniqueId iteration(UniqueId ofCheck, int position) {
        return ofCheck.append(StreamedSelection.ITERATION, Integer.toString(position));
    }

    /** Says that all calls are selected. */
    public void selectAll() {
        selection.selectAll();
    }

    /**
     * Says that a call is selected.
     *
     * @param segment the last segment of its id, or of {@link #iteration}
     * @return whether there may be such a call
     */
    public boolean select(UniqueId.Segment segment) {
        return selection.select(segment);
    }

    @Override
    Scheduling scheduling() {
        return check.scheduling();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** Tells whether it stays in the tree though it has no children yet. */
    @Override
    public boolean mayRegisterTests() {
        return selection.isAny();
    }

    @Override
    public String getLegacyReportingName() {
        return check.signature();
    }

    /** Tells whether any call is selected that is not for a candidate with a method of its own. */
    @Override
    public boolean isStreamed() {
        return !isSkipped()
                && stream.disabled().isEmpty()
                && (selection.reachesBeyond(check.evaluated().methods())
                        || calls(List.of()).anyMatch(CheckCall::isStreamed));
    }

    @Override
    public Stream<ClassCandidate> candidates(List<StreamedCandidate> streamed) {
        return isSkipped()
                ? Stream.empty()
                : calls(streamed)
                        .filter(call -> call.skipReason().isEmpty())
                        .flatMap(call -> call.candidates(streamed));
    }

    private Stream<CheckCall> calls(List<StreamedCandidate> streamed) {
        Subjects subjects = check.evaluated();
        return Stream.concat(
                        subjects.methods().stream().filter(selection::includes),
                        subjects.streamed(streamed)
                                .filter(candidate -> selection.includesAllOf(stream) || selection.includes(candidate)))
                .map(candidate -> new CheckCall(check, Optional.of(candidate)));
    }

    @Override
    public AssayContext execute(AssayContext context, DynamicTestExecutor dynamicTestExecutor) throws Exception {
        for (TestDescriptor child : children(context)) {
            addChild(child);
            dynamicTestExecutor.execute(child);
        }
        dynamicTestExecutor.awaitFinished();
        return context;
    }

    /** What goes wrong with the method that gives candidates is a test that fails, so that the other tests still run. */
    private List<TestDescriptor> children(AssayContext context) {
        if (!selection.reachesBeyond(check.evaluated().methods())) {
            return ofCalls(List.of());
        }
        if (stream.disabled().isPresent()) {
            List<TestDescriptor> children = ofCalls(List.of());
            children.add(standIn(stream.signature(), children.size(), stream.disabled(), () -> {}));
            return children;
        }
        List<StreamedCandidate> streamed;
        try {
            streamed = context.classRun().streamed();
        } catch (OutOfMemoryError e) {
            // how Eclipse stops a run
            throw e;
        } catch (Exception | Error e) {
            List<TestDescriptor> children = ofCalls(List.of());
            children.add(standIn(
                    stream.signature(),
                    stream.beside().size(),
                    Optional.empty(),
                    () -> context.classRun().streamed()));
            return children;
        }
        List<TestDescriptor> children = ofCalls(streamed);
        int number = stream.beside().size() + streamed.size();
        for (String missing : missing(streamed)) {
            children.add(standIn(missing, number++, Optional.empty(), () -> {
                throw check.evaluated().notThere(missing, streamed);
            }));
        }
        return children;
    }

    private List<String> missing(List<StreamedCandidate> streamed) {
        List<String> known = Stream.<ClassCandidate>concat(
                        check.evaluated().methods().stream(), check.evaluated().streamed(streamed))
                .map(ClassCandidate::name)
                .toList();
        return Stream.concat(
                        selection.isAll() ? check.evaluated().missing(streamed).stream() : Stream.empty(),
                        selection.names().stream()
                                .filter(name -> !known.contains(name) && !name.equals(stream.signature())))
                .distinct()
                .toList();
    }

    private List<TestDescriptor> ofCalls(List<StreamedCandidate> streamed) {
        List<TestDescriptor> children = new ArrayList<>();
        calls(streamed).forEach(call -> children.add(CallDescriptor.ofCandidate(getUniqueId(), type, call)));
        return children;
    }

    private StandInDescriptor standIn(
            String name, int before, Optional<String> skipReason, StandInDescriptor.Failure failure) {
        return new StandInDescriptor(
                getUniqueId().append(CallDescriptor.SEGMENT, name),
                name,
                MethodSource.from(type, check.method()),
                check.signature() + "[" + (before + 1) + "]",
                skipReason,
                failure);
    }
}
