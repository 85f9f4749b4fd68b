package dev.assay.tuning;

import dev.assay.evaluation.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * All combinations of some values of parameters.
 *
 * <pre>{@code
 * ParameterGrid.of("trees", 10, 50)
 *         .and("share", 0.3, 0.5)
 *         .candidates(p -> forest(p.integer("trees"), p.number("share")))
 * }</pre>
 *
 * <p>gives four candidates, "trees=10, share=0.3", "trees=10, share=0.5", "trees=50, share=0.3" and "trees=50, share=0.5". The
 * first parameter varies slowest. Where the order of candidates tells which is simpler, as with {@link
 * dev.assay.evaluation.SelectionRule#withinOneStandardError}, list the simplest value of each parameter first, or give a cost.
 */
public final class ParameterGrid {

    private final Map<String, List<Object>> values;

    private ParameterGrid(Map<String, List<Object>> values) {
        this.values = values;
    }

    /**
     * Begins a grid.
     *
     * @param name the parameter's name
     * @param values at least one, all different: numbers, texts, enum constants, or whatever has a text of its own
     * @return a grid of one parameter
     * @throws IllegalArgumentException if the values are not so
     */
    public static ParameterGrid of(String name, Object... values) {
        return new ParameterGrid(Map.of()).and(name, values);
    }

    /**
     * Combines each value of another parameter with all there are.
     *
     * @param name the parameter's name
     * @param newValues at least one, all different: numbers, texts, enum constants, or whatever has a text of its own
     * @return a grid of one more parameter
     * @throws IllegalArgumentException if the values are not so, or the parameter is there already
     */
    public ParameterGrid and(String name, Object... newValues) {
        Names.requireNew(name, values.keySet());
        if (newValues.length == 0) {
            throw new IllegalArgumentException("the parameter \"" + name + "\" has no values; give it at least one");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Object value : newValues) {
            ValueText.require(name, value);
            if (!texts.add(ValueText.of(value))) {
                throw new IllegalArgumentException(
                        "the parameter \"" + name + "\" has the value " + ValueText.of(value) + " twice; keep one");
            }
        }
        Map<String, List<Object>> more = new LinkedHashMap<>(values);
        more.put(name, List.copyOf(Arrays.asList(newValues)));
        return new ParameterGrid(Collections.unmodifiableMap(more));
    }

    /**
     * Returns all combinations.
     *
     * @return parameters, those of the first value of the first parameter first
     */
    public List<Parameters> combinations() {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<Object>> parameter : values.entrySet()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> combination : combinations) {
                for (Object value : parameter.getValue()) {
                    Map<String, Object> one = new LinkedHashMap<>(combination);
                    one.put(parameter.getKey(), value);
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations.stream().map(Parameters::new).toList();
    }

    /**
     * Makes a candidate of each combination.
     *
     * @param learner makes a learner, or a trainer that an adapter knows, of parameters; called anew for each fold
     * @return the candidates, named by their parameters, in the order of {@link #combinations}
     */
    public List<Candidate> candidates(Function<? super Parameters, ?> learner) {
        return Names.candidates(combinations(), learner);
    }

    /**
     * Makes a candidate of each combination, and says how costly each is.
     *
     * @param learner makes a learner, or a trainer that an adapter knows, of parameters; called anew for each fold
     * @param cost how costly or complex a candidate with these parameters is, in any unit; see {@link Candidate#withCost}
     * @return the candidates, named by their parameters, in the order of {@link #combinations}
     */
    public List<Candidate> candidates(
            Function<? super Parameters, ?> learner, ToDoubleFunction<? super Parameters> cost) {
        return Names.candidates(combinations(), learner, cost);
    }
}
