package dev.assay.engine.internal.declaration;

import dev.assay.evaluation.Candidate;
import java.util.Optional;

/** A candidate of a class, of a method of its own or one of several that a method gives. */
public sealed interface ClassCandidate permits CandidateMethod, StreamedCandidate {

    /**
     * Returns the candidate's name.
     *
     * @return a name that no other candidate of the class has
     */
    String name();

    /**
     * Returns the candidate's place among all of its class.
     *
     * @return the place, from 1
     */
    int position();

    /**
     * Tells why it is disabled.
     *
     * @return the reason; empty if it is not
     */
    Optional<String> disabled();

    /**
     * Returns what is to be evaluated.
     *
     * @param instance the object that has the class's methods
     * @return the candidate
     */
    Candidate of(Object instance);
}
