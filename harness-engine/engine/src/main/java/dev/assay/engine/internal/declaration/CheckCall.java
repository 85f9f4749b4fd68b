package dev.assay.engine.internal.declaration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;

/**
 * One call of a check.
 *
 * @param check the check
 * @param candidate the candidate that it is called for, if it takes an evaluation; empty also if the check names the only one
 *     and it is not known yet
 */
public record CheckCall(CheckMethod check, Optional<ClassCandidate> candidate) implements Comparable<CheckCall>, Need {

    private static final Comparator<CheckCall> ORDER = Comparator.<CheckCall, String>comparing(
                    call -> call.check().group().map(GroupPath::name).orElse(""))
            .thenComparing(call -> call.check().name())
            .thenComparing(call -> call.check().id())
            .thenComparing(
                    call -> call.candidate().map(ClassCandidate::position).orElse(0));

    /**
     * Returns the candidate that it is called for.
     *
     * @param streamed all that the class's method gave
     * @return the candidate
     * @throws JUnitException if there is none of the name that the check names
     */
    public ClassCandidate evaluated(List<StreamedCandidate> streamed) {
        return candidate.orElseGet(() -> named(streamed)
                .orElseThrow(() -> check.evaluated()
                        .notThere(check.evaluated().streamedNames().get(0), streamed)));
    }

    /**
     * Returns the name of the candidate that it is called for, known or not.
     *
     * @return the name; empty if the check takes no evaluation
     */
    public Optional<String> candidateName() {
        return candidate
                .map(ClassCandidate::name)
                .or(() -> check.evaluated().streamedNames().stream().findFirst());
    }

    private Optional<ClassCandidate> named(List<StreamedCandidate> streamed) {
        return check.evaluated()
                .streamed(streamed)
                .<ClassCandidate>map(each -> each)
                .findFirst();
    }

    /**
     * Returns the candidates that are compared: those that are not disabled.
     *
     * @param streamed all that the class's method gave
     * @return candidates in order, none if the check takes no comparison
     * @throws JUnitException if there is none of a name that the check names
     */
    public List<ClassCandidate> compared(List<StreamedCandidate> streamed) {
        if (check.compared().needStream()) {
            check.compared().missing(streamed).stream().findFirst().ifPresent(name -> {
                throw check.compared().notThere(name, streamed);
            });
        }
        return check.compared().enabled(streamed);
    }

    private boolean isDeferred() {
        return candidate.isEmpty() && check.evaluated().isStreamed();
    }

    @Override
    public boolean isStreamed() {
        return candidate.filter(StreamedCandidate.class::isInstance).isPresent()
                || (isDeferred() && check.evaluated().needStream())
                || check.compared().needStream();
    }

    @Override
    public Stream<ClassCandidate> candidates(List<StreamedCandidate> streamed) {
        Optional<ClassCandidate> own = isDeferred() ? named(streamed) : candidate;
        return Stream.concat(own.stream(), check.compared().enabled(streamed).stream());
    }

    /**
     * Tells whether and why this call is left out.
     *
     * @return the reason, if the check or its candidate is disabled, or too few candidates that it compares are not
     */
    public Optional<String> skipReason() {
        return check.disabled()
                .or(() -> candidate.flatMap(ClassCandidate::disabled))
                .or(() -> isDeferred()
                        ? check.evaluated().stream().flatMap(CandidatesMethod::disabled)
                        : Optional.empty())
                .or(this::nothingToCompare);
    }

    private Optional<String> nothingToCompare() {
        Subjects compared = check.compared();
        if (compared.isEmpty()
                || compared.needStream()
                || compared.enabled(List.of()).size() >= 2) {
            return Optional.empty();
        }
        return Optional.of(Stream.concat(
                        compared.methods().stream()
                                .flatMap(method -> method.disabled().stream()
                                        .map(reason -> "\"" + method.name() + "\" (" + reason + ")")),
                        compared.stream().stream()
                                .flatMap(method -> method.disabled().stream()
                                        .map(reason -> "those of " + method.signature() + " (" + reason + ")")))
                .collect(Collectors.joining(
                        ", ", "fewer than two candidates are left to compare, since these are disabled: ", "")));
    }

    /** Orders by group, check and candidate. */
    @Override
    public int compareTo(CheckCall other) {
        return ORDER.compare(this, other);
    }
}
