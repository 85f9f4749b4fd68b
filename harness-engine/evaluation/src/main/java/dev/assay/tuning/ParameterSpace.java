package dev.assay.tuning;

import dev.assay.data.Seed;
import dev.assay.evaluation.Candidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Combinations of parameters drawn at random: random search (Bergstra and Bengio, "Random search for hyper-parameter
 * optimization", Journal of Machine Learning Research 13, 2012).
 *
 * <pre>{@code
 * ParameterSpace.of("rate", Distribution.logUniform(0.001, 1))
 *         .and("depth", Distribution.integers(2, 12))
 *         .candidates(20, 42, p -> boosting(p.number("rate"), p.integer("depth")))
 * }</pre>
 *
 * <p>The same seed always draws the same. More draws begin with fewer, and another parameter leaves the draws of the others as
 * they are.
 */
public final class ParameterSpace {

    private static final int PATIENCE = 100;
    private static final int LEAST_PATIENCE = 10_000;

    private final Map<String, Distribution> distributions;

    private ParameterSpace(Map<String, Distribution> distributions) {
        this.distributions = distributions;
    }

    /**
     * Begins a space.
     *
     * @param name the parameter's name
     * @param distribution how its values are drawn
     * @return a space of one parameter
     */
    public static ParameterSpace of(String name, Distribution distribution) {
        return new ParameterSpace(Map.of()).and(name, distribution);
    }

    /**
     * Adds a parameter that is drawn independently of the others.
     *
     * @param name the parameter's name
     * @param distribution how its values are drawn
     * @return a space of one more parameter
     * @throws IllegalArgumentException if the parameter is there already
     */
    public ParameterSpace and(String name, Distribution distribution) {
        Names.requireNew(name, distributions.keySet());
        Map<String, Distribution> more = new LinkedHashMap<>(distributions);
        more.put(name, Objects.requireNonNull(distribution));
        return new ParameterSpace(Collections.unmodifiableMap(more));
    }

    /**
     * Draws combinations.
     *
     * @param count how many, at least 1
     * @param seed any number
     * @return so many different ones, in the order in which they were drawn
     * @throws IllegalArgumentException if the space has not so many
     */
    public List<Parameters> draw(int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("at least 1 combination has to be drawn, not " + count);
        }
        double size =
                distributions.values().stream().mapToDouble(Distribution::size).reduce(1, (a, b) -> a * b);
        if (count > size) {
            throw tooMany(count, (long) size + " combinations");
        }
        List<Parameters> drawn = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        int patience = Math.max(LEAST_PATIENCE, count <= Integer.MAX_VALUE / PATIENCE ? count * PATIENCE : count);
        int inVain = 0;
        for (long number = 0; drawn.size() < count; number++) {
            Parameters next = one(seed, number);
            if (names.add(next.toString())) {
                drawn.add(next);
                inVain = 0;
            } else if (++inVain > patience) {
                throw tooMany(count, "hardly more than " + drawn.size());
            }
        }
        return List.copyOf(drawn);
    }

    private Parameters one(long seed, long number) {
        Map<String, Object> values = new LinkedHashMap<>();
        distributions.forEach((name, distribution) -> values.put(
                name,
                distribution.draw(Seed.of(seed)
                        .derive("parameter")
                        .derive(name)
                        .derive("draw", number)
                        .random())));
        return new Parameters(values);
    }

    private IllegalArgumentException tooMany(int count, String there) {
        return new IllegalArgumentException("the space " + distributions + " has " + there + ", but " + count
                + " different ones are to be drawn; draw fewer, or take all of them by ParameterGrid");
    }

    /**
     * Draws combinations and makes a candidate of each.
     *
     * @param count how many, at least 1
     * @param seed any number
     * @param learner makes a learner, or a trainer that an adapter knows, of parameters; called anew for each fold
     * @return the candidates, named by their parameters, in the order in which they were drawn
     * @throws IllegalArgumentException if the space has not so many
     */
    public List<Candidate> candidates(int count, long seed, Function<? super Parameters, ?> learner) {
        return Names.candidates(draw(count, seed), learner);
    }

    /**
     * Draws combinations, makes a candidate of each, and says how costly each is.
     *
     * @param count how many, at least 1
     * @param seed any number
     * @param learner makes a learner, or a trainer that an adapter knows, of parameters; called anew for each fold
     * @param cost how costly or complex a candidate with these parameters is, in any unit; see {@link Candidate#withCost}
     * @return the candidates, named by their parameters, in the order in which they were drawn
     * @throws IllegalArgumentException if the space has not so many
     */
    public List<Candidate> candidates(
            int count, long seed, Function<? super Parameters, ?> learner, ToDoubleFunction<? super Parameters> cost) {
        return Names.candidates(draw(count, seed), learner, cost);
    }
}
