package dev.assay.engine.internal.declaration;

import dev.assay.evaluation.Candidate;
import java.util.Optional;

/**
 * One of several candidates that a method gave.
 *
 * @param candidate the candidate
 * @param position its place, from 1, among all of its class
 */
public record StreamedCandidate(Candidate candidate, int position) implements ClassCandidate {

    @Override
    public String name() {
        return candidate.name();
    }

    @Override
    public Optional<String> disabled() {
        return Optional.empty();
    }

    @Override
    public Candidate of(Object instance) {
        return candidate;
    }
}
