package dev.assay.tuning;

import dev.assay.evaluation.Candidate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Names parameters and the candidates that are made of them. */
final class Names {

    private Names() {}

    static void requireNew(String name, Set<String> known) {
        if (known.contains(name)) {
            throw new IllegalArgumentException(
                    "the parameter \"" + name + "\" is given twice; give it all its values at once");
        }
    }

    static List<Candidate> candidates(List<Parameters> all, Function<? super Parameters, ?> learner) {
        return all.stream()
                .map(parameters -> Candidate.of(parameters.toString(), () -> learner.apply(parameters)))
                .toList();
    }

    static List<Candidate> candidates(
            List<Parameters> all, Function<? super Parameters, ?> learner, ToDoubleFunction<? super Parameters> cost) {
        return all.stream()
                .map(parameters -> Candidate.of(parameters.toString(), () -> learner.apply(parameters))
                        .withCost(cost.applyAsDouble(parameters)))
                .toList();
    }
}
