package dev.assay.engine.internal.declaration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call of a check.
 *
 * @param check the check
 * @param candidate the candidate that it is called for, if it takes an evaluation
 */
public record CheckCall(CheckMethod check, Optional<CandidateMethod> candidate) implements Comparable<CheckCall> {

    private static final Comparator<CheckCall> ORDER = Comparator.<CheckCall, String>comparing(
                    call -> call.check().name())
            .thenComparing(call -> call.check().id())
            .thenComparing(
                    call -> call.candidate().map(CandidateMethod::position).orElse(0));

    /**
     * Returns the candidates that are compared: those that are not disabled.
     *
     * @return candidates in order, none if the check takes no comparison
     */
    public List<CandidateMethod> compared() {
        return check.compared().stream().filter(CandidateMethod::isEnabled).toList();
    }

    /**
     * Returns the candidates that must be evaluated for this call.
     *
     * @return candidates, perhaps twice the same
     */
    public Stream<CandidateMethod> needed() {
        return Stream.concat(candidate.stream(), compared().stream());
    }

    /**
     * Tells whether and why this call is left out.
     *
     * @return the reason, if the check or its candidate is disabled, or too few candidates that it compares are not
     */
    public Optional<String> skipReason() {
        return check.disabled()
                .or(() -> candidate.flatMap(CandidateMethod::disabled))
                .or(this::nothingToCompare);
    }

    private Optional<String> nothingToCompare() {
        if (check.compared().isEmpty() || compared().size() >= 2) {
            return Optional.empty();
        }
        return Optional.of(check.compared().stream()
                .flatMap(compared ->
                        compared.disabled().stream().map(reason -> "\"" + compared.name() + "\" (" + reason + ")"))
                .collect(Collectors.joining(
                        ", ", "fewer than two candidates are left to compare, since these are disabled: ", "")));
    }

    /** Orders by check and candidate. */
    @Override
    public int compareTo(CheckCall other) {
        return ORDER.compare(this, other);
    }
}
