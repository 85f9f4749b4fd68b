package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.declaration.CandidateMethod;
import dev.assay.engine.internal.declaration.CandidatesMethod;
import dev.assay.engine.internal.declaration.ClassCandidate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.UniqueId;

/** Which calls of a check are to be made, as selected while most of them were not known. */
final class StreamedSelection {

    /** The type of a segment that selects a call by its place. */
    static final String ITERATION = "iteration";

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<Integer> positions = new LinkedHashSet<>();
    private boolean all;

    void selectAll() {
        all = true;
    }

    boolean select(UniqueId.Segment segment) {
        return switch (segment.getType()) {
            case CallDescriptor.SEGMENT -> {
                names.add(segment.getValue());
                yield true;
            }
            case ITERATION -> {
                positions.add(Integer.valueOf(segment.getValue()));
                yield true;
            }
            default -> false;
        };
    }

    boolean isAll() {
        return all;
    }

    boolean isAny() {
        return all || !names.isEmpty() || !positions.isEmpty();
    }

    /** Returns the names that were selected one by one. */
    Set<String> names() {
        return names;
    }

    boolean includes(ClassCandidate candidate) {
        return all || names.contains(candidate.name()) || positions.contains(candidate.position());
    }

    /** Tells whether the test is selected that stood in for all candidates of a method when that failed. */
    boolean includesAllOf(CandidatesMethod stream) {
        return all || names.contains(stream.signature());
    }

    /** Tells whether anything is selected that is not one of these. */
    boolean reachesBeyond(List<CandidateMethod> methods) {
        return all
                || names.stream()
                        .anyMatch(name -> methods.stream()
                                .noneMatch(candidate -> candidate.name().equals(name)))
                || positions.stream()
                        .anyMatch(
                                position -> methods.stream().noneMatch(candidate -> candidate.position() == position));
    }
}
