package dev.assay.engine.internal.declaration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;

/**
 * The candidates that a check is about, as far as they are known before any method of the class is called.
 *
 * @param methods those that have methods of their own
 * @param stream the method that gives the others, if the check is about any of them
 * @param streamedNames which of these the check names; none if it is about all
 */
public record Subjects(List<CandidateMethod> methods, Optional<CandidatesMethod> stream, List<String> streamedNames) {

    /** No candidates. */
    static final Subjects NONE = new Subjects(List.of(), Optional.empty(), List.of());

    /** Copies the lists. */
    public Subjects {
        methods = List.copyOf(methods);
        streamedNames = List.copyOf(streamedNames);
    }

    /**
     * Tells whether there are none.
     *
     * @return whether the check is about no candidates
     */
    public boolean isEmpty() {
        return methods.isEmpty() && stream.isEmpty();
    }

    /**
     * Tells whether some are known only when a method of the class was called.
     *
     * @return whether the check is about such candidates, disabled or not
     */
    public boolean isStreamed() {
        return stream.isPresent();
    }

    /** Tells whether a method of the class has to be called. */
    boolean needStream() {
        return stream.filter(CandidatesMethod::isEnabled).isPresent();
    }

    /** Tells whether the check names exactly one candidate, if it names any. */
    boolean isOne() {
        return methods.size() + streamedNames.size() == 1 && isStreamed() == !streamedNames.isEmpty();
    }

    /**
     * Picks those that the check is about.
     *
     * @param streamed all that the method gave
     * @return some of them, in their order
     */
    public Stream<StreamedCandidate> streamed(List<StreamedCandidate> streamed) {
        return needStream()
                ? streamed.stream()
                        .filter(candidate -> streamedNames.isEmpty() || streamedNames.contains(candidate.name()))
                : Stream.empty();
    }

    /** Returns those that are not disabled. */
    List<ClassCandidate> enabled(List<StreamedCandidate> streamed) {
        return Stream.<ClassCandidate>concat(methods.stream().filter(CandidateMethod::isEnabled), streamed(streamed))
                .toList();
    }

    /**
     * Returns names that the check names, and that there are not.
     *
     * @param streamed all that the method gave
     * @return names in the order in which they are named
     */
    public List<String> missing(List<StreamedCandidate> streamed) {
        return streamedNames.stream()
                .filter(name -> streamed.stream()
                        .noneMatch(candidate -> candidate.name().equals(name)))
                .toList();
    }

    /**
     * Tells that a candidate is not there.
     *
     * @param name the name that was asked for
     * @param streamed all that the method gave
     * @return an exception whose message says what there is
     */
    public JUnitException notThere(String name, List<StreamedCandidate> streamed) {
        return new JUnitException("there is no candidate \"" + name + "\": "
                + stream.map(CandidatesMethod::signature).orElse("no method") + " gives \""
                + String.join(
                        "\", \"", streamed.stream().map(StreamedCandidate::name).toList())
                + "\"");
    }
}
