package dev.assay.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a {@link SelectionRule} made of a comparison.
 *
 * @param eligible those that are good enough, the preferred one first; none if nothing can be chosen
 * @param standardError the corrected standard error of the best, if the rule asks for it and there is one
 * @param reason why nothing can be chosen, or empty
 */
public record Selected(List<Evaluation> eligible, OptionalDouble standardError, String reason) {

    /** Copies the list. */
    public Selected {
        eligible = List.copyOf(eligible);
    }

    static Selected none(String reason) {
        return new Selected(List.of(), OptionalDouble.empty(), reason);
    }

    /**
     * Returns what is chosen.
     *
     * @return the preferred one of those that are good enough; empty if nothing can be chosen
     */
    public Optional<Evaluation> chosen() {
        return eligible.stream().findFirst();
    }
}
