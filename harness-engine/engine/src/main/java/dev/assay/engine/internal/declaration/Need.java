package dev.assay.engine.internal.declaration;

import java.util.List;
import java.util.stream.Stream;

/** The candidates that something to be run will ask for. */
public interface Need {

    /**
     * Tells whether the method that gives several candidates has to be called for it.
     *
     * @return whether some candidates are known only then
     */
    boolean isStreamed();

    /**
     * Returns the candidates.
     *
     * @param streamed all that the method gave; none if it failed, or is not needed
     * @return candidates, perhaps twice the same
     */
    Stream<ClassCandidate> candidates(List<StreamedCandidate> streamed);
}
