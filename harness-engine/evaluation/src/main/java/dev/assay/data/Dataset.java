package dev.assay.data;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ordered, immutable examples: inputs with their targets, and optionally ids, groups, weights, time stamps,
 * attributes and the names of features.
 *
 * <p>{@link #select} gives views that share the examples and know where each came from ({@link #origin}); all that starts
 * with {@code with} gives a data set like this one with one thing changed. Inputs are not copied: whoever
 * makes a data set must not change them any more.
 *
 * @param <X> the type of inputs
 */
public sealed class Dataset<X> permits Table {

    /** What all views of the same examples share; changed on a copy only, before anyone else sees it. */
    private static final class Examples<X> {

        final List<X> inputs;
        String name = "data";
        Targets targets;

        @Nullable
        List<String> ids;

        @Nullable
        List<String> groups;

        double @Nullable [] weights;

        @Nullable
        List<Instant> times;

        SortedMap<String, List<String>> attributes = new TreeMap<>();
        List<String> featureNames = List.of();

        /** Where nothing was told: what is known of the type, or of what inputs are made of on demand. */
        @Nullable
        InputContent<? super X> content;

        Examples(List<X> inputs, Targets targets) {
            this.inputs = inputs;
            this.targets = targets;
        }

        <Y> Examples<Y> withInputs(List<Y> newInputs) {
            Examples<Y> copy = new Examples<>(newInputs, targets);
            copy.name = name;
            copy.ids = ids;
            copy.groups = groups;
            copy.weights = weights;
            copy.times = times;
            copy.attributes = attributes;
            return copy;
        }

        Examples<X> copy() {
            Examples<X> copy = withInputs(inputs);
            copy.featureNames = featureNames;
            copy.content = content;
            return copy;
        }
    }

    private final Examples<X> examples;
    private final int @Nullable [] rows;
    private final Targets targets;
    private @Nullable Fingerprint fingerprint;
    private boolean fingerprinted;

    private Dataset(Examples<X> examples, int @Nullable [] rows) {
        this.examples = examples;
        this.rows = rows;
        this.targets = rows == null ? examples.targets : examples.targets.select(rows);
    }

    /** For {@link Table}: the same examples under another class. */
    Dataset(Dataset<X> same) {
        this(same.examples, same.rows);
    }

    /**
     * Makes a data set from memory.
     *
     * @param inputs the inputs in order, at least one
     * @param targets one target for each input
     * @param <X> the type of inputs
     * @return the data set, named "data"
     * @throws InvalidDataException if there are no inputs, or not as many targets as inputs
     */
    public static <X> Dataset<X> of(List<? extends X> inputs, Targets targets) {
        if (inputs.isEmpty()) {
            throw new InvalidDataException("a data set needs at least one example");
        }
        requireSize("targets", targets.size(), inputs.size());
        return new Dataset<>(new Examples<>(List.copyOf(inputs), targets), null);
    }

    /**
     * Makes a data set of numeric inputs from memory.
     *
     * @param inputs one array of features for each example, all of one length; not copied
     * @param targets one target for each input
     * @return the data set, named "data"
     * @throws InvalidDataException if there are no inputs, not as many targets as inputs, or a row of another length
     */
    public static Dataset<double[]> of(double[][] inputs, Targets targets) {
        for (int row = 1; row < inputs.length; row++) {
            if (inputs[row].length != inputs[0].length) {
                throw new InvalidDataException(
                        "row " + row + " has " + inputs[row].length + " features, row 0 has " + inputs[0].length);
            }
        }
        return of(Arrays.asList(inputs), targets);
    }

    private static void requireSize(String what, int actual, int expected) {
        if (actual != expected) {
            throw new InvalidDataException(actual + " " + what + " for " + expected + " examples");
        }
    }

    /**
     * Returns the name that messages and reports use.
     *
     * @return the name
     */
    public String name() {
        return examples.name;
    }

    /**
     * Names the data set.
     *
     * @param name the name that messages and reports use
     * @return the same examples under that name
     */
    public Dataset<X> named(String name) {
        return with(changed -> changed.name = name);
    }

    /**
     * Gives examples a weight.
     *
     * @param weights one finite, non-negative number for each example, at least one of them positive; copied
     * @return the same examples with these weights
     * @throws InvalidDataException if the weights are not so; the message names the row
     */
    public Dataset<X> withWeights(double... weights) {
        requireSize("weights", weights.length, size());
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
                throw new InvalidDataException(
                        "row " + row + ": the weight is " + weights[row] + "; weights must be finite and not negative");
            }
            sum += weights[row];
        }
        if (sum == 0) {
            throw new InvalidDataException("all weights are zero");
        }
        if (Double.isInfinite(sum)) {
            throw new InvalidDataException("the weights are so large that their sum overflows");
        }
        return with(changed -> changed.weights = weights.clone());
    }

    /**
     * Says which examples belong together, such as those of one patient.
     *
     * @param groups one group name for each example
     * @return the same examples with these groups
     */
    public Dataset<X> withGroups(List<String> groups) {
        requireSize("groups", groups.size(), size());
        return with(changed -> changed.groups = List.copyOf(groups));
    }

    /**
     * Says when examples were observed, so that they can be split by time.
     *
     * @param times one time stamp for each example, in any order
     * @return the same examples with these time stamps
     */
    public Dataset<X> withTimes(List<Instant> times) {
        requireSize("time stamps", times.size(), size());
        return with(changed -> changed.times = List.copyOf(times));
    }

    /**
     * Says something of examples that is neither input nor target, such as the hospital they come from.
     *
     * @param name the attribute's name; one that is there already is replaced
     * @param values one value for each example
     * @return the same examples with this attribute
     */
    public Dataset<X> withAttribute(String name, List<String> values) {
        requireSize("values of attribute \"" + name + "\"", values.size(), size());
        return with(changed -> {
            changed.attributes = new TreeMap<>(changed.attributes);
            changed.attributes.put(name, List.copyOf(values));
        });
    }

    /**
     * Gives examples ids by which messages and exports name them.
     *
     * @param ids one id for each example
     * @return the same examples with these ids
     */
    public Dataset<X> withIds(List<String> ids) {
        requireSize("ids", ids.size(), size());
        return with(changed -> changed.ids = List.copyOf(ids));
    }

    /**
     * Names the features of numeric inputs.
     *
     * @param names one distinct name for each feature, in order; none to take names away
     * @return the same examples with these feature names
     * @throws InvalidDataException if a name is there twice, or there are not as many as features
     */
    public Dataset<X> withFeatureNames(List<String> names) {
        if (!names.isEmpty() && input(0) instanceof double[] features && features.length != names.size()) {
            throw new InvalidDataException(names.size() + " names for " + features.length + " features");
        }
        Set<String> distinct = new HashSet<>();
        for (String name : names) {
            if (!distinct.add(name)) {
                throw new InvalidDataException("the feature name \"" + name + "\" is given twice");
            }
        }
        return with(changed -> changed.featureNames = List.copyOf(names));
    }

    /**
     * Tells what makes up the content of an input; needed for types that Assay doesn't know.
     *
     * @param content writes an input's content
     * @return the same examples, with a fingerprint made so
     */
    public Dataset<X> withContent(InputContent<? super X> content) {
        return with(changed -> changed.content = content);
    }

    /**
     * Replaces the targets.
     *
     * @param newTargets one target for each example
     * @return the same examples with these targets
     */
    public Dataset<X> withTargets(Targets newTargets) {
        requireSize("targets", newTargets.size(), size());
        return with(changed -> changed.targets = newTargets);
    }

    /**
     * Declares the positive label.
     *
     * @param label one of the labels
     * @return the same examples with that label declared positive
     * @throws InvalidDataException if the targets are not labels, or there is no such label
     */
    public Dataset<X> withPositive(String label) {
        if (!(targets instanceof LabelTargets labelled)) {
            throw new InvalidDataException("no positive label for " + name() + ": its targets are " + targets.kind());
        }
        return withTargets(labelled.over(labelled.labels().withPositive(label)));
    }

    private Dataset<X> with(Consumer<Examples<X>> change) {
        Examples<X> changed = whole().copy();
        change.accept(changed);
        return new Dataset<>(changed, null);
    }

    /** Returns the examples of this data set alone: those of a selection become a whole of their own. */
    private Examples<X> whole() {
        if (rows == null) {
            return examples;
        }
        List<X> ownInputs = isLazy() ? new LazyInputs<X, X>(this, Function.identity()) : List.copyOf(inputs());
        Examples<X> whole = new Examples<>(ownInputs, targets);
        whole.name = examples.name;
        whole.ids = IntStream.range(0, size()).mapToObj(this::id).toList();
        whole.groups = groups().orElse(null);
        whole.weights = weights().orElse(null);
        whole.times = times().orElse(null);
        attributeNames().forEach(attribute -> whole.attributes.put(attribute, attribute(attribute)));
        whole.featureNames = examples.featureNames;
        whole.content = examples.content;
        return whole;
    }

    /**
     * Replaces the inputs; targets, ids, groups, weights, time stamps and attributes stay.
     *
     * @param inputs the new input of each example, in order
     * @param <Y> the new type of inputs
     * @return the data set of the new inputs, without feature names
     */
    public <Y> Dataset<Y> withInputs(List<? extends Y> inputs) {
        requireSize("inputs", inputs.size(), size());
        return new Dataset<>(whole().withInputs(List.copyOf(inputs)), null);
    }

    /**
     * Turns every input into another form; targets, ids, groups, weights, time stamps and attributes stay.
     *
     * @param function makes the new input; called once for each example, in order, now
     * @param <Y> the new type of inputs
     * @return the data set of the new inputs, without feature names
     * @see #mapLazily
     */
    public <Y> Dataset<Y> map(Function<? super X, ? extends Y> function) {
        return withInputs(inputs().stream().map(function).toList());
    }

    /**
     * Turns every input into another form whenever it is asked for, so that the new ones are never all in memory, as for images
     * that are to be decoded. Targets, ids, groups, weights, time stamps and attributes stay.
     *
     * <p>Nothing is kept: an input that is asked for twice is made twice. Models that take batches ask once; learners that look
     * at all examples many times are better off with {@link #map}.
     *
     * <p>Copies of examples are found by the content of what inputs are made of, and leaks in single columns are not looked for.
     * The {@link #fingerprint} is of that content, and of the first example's new form, so that it changes when the function
     * does, as long as this shows there.
     *
     * @param function makes the new input, the same for the same input each time; threads may call it at once
     * @param <Y> the new type of inputs
     * @return the data set of the new inputs, without feature names
     */
    public <Y> Dataset<Y> mapLazily(Function<? super X, ? extends Y> function) {
        return new Dataset<>(whole().withInputs(new LazyInputs<X, Y>(this, function)), null);
    }

    /**
     * Tells whether inputs are made whenever they are asked for.
     *
     * @return true of what {@link #mapLazily} gives, and of all views of it
     */
    public final boolean isLazy() {
        return examples.inputs instanceof LazyInputs<?, ?>;
    }

    /**
     * Picks some of the examples.
     *
     * @param positions each from 0 to {@code size() - 1}, in any order
     * @return a view of these examples in that order; nothing but the positions is copied
     */
    public Dataset<X> select(int... positions) {
        return new Dataset<>(
                examples,
                rows == null
                        ? positions.clone()
                        : Arrays.stream(positions).map(i -> rows[i]).toArray());
    }

    /**
     * Returns the number of examples.
     *
     * @return at least 1, or 0 for an empty selection
     */
    public final int size() {
        return targets.size();
    }

    /**
     * Returns where an example stands in the whole data set.
     *
     * @param row from 0 to {@code size() - 1}
     * @return its zero-based position before any selection
     */
    public final int origin(int row) {
        return rows == null ? row : rows[row];
    }

    /**
     * Returns an input.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the input as it was given; made anew if inputs are {@linkplain #mapLazily lazy}
     */
    public final X input(int row) {
        return examples.inputs.get(origin(row));
    }

    /**
     * Returns all inputs in order.
     *
     * @return an unmodifiable view
     */
    public final List<X> inputs() {
        return rows == null ? examples.inputs : new SelectedInputs();
    }

    /**
     * Returns the targets.
     *
     * @return one target for each example
     */
    public final Targets targets() {
        return targets;
    }

    /**
     * Returns an example's id.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the id that was given, or else the zero-based position in the whole data set
     */
    public final String id(int row) {
        return examples.ids == null ? Integer.toString(origin(row)) : examples.ids.get(origin(row));
    }

    /**
     * Returns the groups.
     *
     * @return one group name for each example, if there are groups
     */
    public final Optional<List<String>> groups() {
        return Optional.ofNullable(examples.groups).map(this::selected);
    }

    private <T> List<T> selected(List<T> ofAll) {
        return IntStream.range(0, size())
                .mapToObj(row -> ofAll.get(origin(row)))
                .toList();
    }

    /**
     * Returns the time stamps.
     *
     * @return one time stamp for each example, if there are any
     */
    public final Optional<List<Instant>> times() {
        return Optional.ofNullable(examples.times).map(this::selected);
    }

    /**
     * Returns the names of the attributes.
     *
     * @return the names, sorted; none if there are no attributes
     */
    public final List<String> attributeNames() {
        return List.copyOf(examples.attributes.keySet());
    }

    /**
     * Returns an attribute.
     *
     * @param name the attribute's name
     * @return one value for each example
     * @throws InvalidDataException if there is no such attribute; the message lists those that are
     */
    public final List<String> attribute(String name) {
        List<String> values = examples.attributes.get(name);
        if (values == null) {
            throw new InvalidDataException(name() + " has no attribute \"" + name + "\"; "
                    + (examples.attributes.isEmpty()
                            ? "it has none at all"
                            : "it has \"" + String.join("\", \"", attributeNames()) + "\"")
                    + " (give it one: withAttribute(…), or CsvDataset.attributes(…))");
        }
        return selected(values);
    }

    /**
     * Returns the weights.
     *
     * @return a copy, one weight for each example, if there are weights
     */
    public final Optional<double[]> weights() {
        double[] weights = examples.weights;
        return weights == null
                ? Optional.empty()
                : Optional.of(IntStream.range(0, size())
                        .mapToDouble(row -> weights[origin(row)])
                        .toArray());
    }

    /**
     * Returns the names of the features.
     *
     * @return the names in order, or an empty list if they have none
     */
    public final List<String> featureNames() {
        return examples.featureNames;
    }

    /**
     * Identifies the content: inputs, targets, vocabulary, ids, groups, weights, time stamps and attributes, in order.
     * Names of the data set and of features don't count.
     *
     * @return the fingerprint, computed once; empty if the inputs are of a type whose content Assay doesn't know, which
     *     {@link #withContent} mends
     */
    public final synchronized Optional<Fingerprint> fingerprint() {
        if (!fingerprinted) {
            fingerprint = digestIfKnown();
            fingerprinted = true;
        }
        return Optional.ofNullable(fingerprint);
    }

    private @Nullable Fingerprint digestIfKnown() {
        try {
            return digest();
        } catch (UnknownContentException e) {
            return null;
        }
    }

    private Fingerprint digest() {
        Fingerprint.Sink sink = new Fingerprint.Sink();
        sink.integer(size());
        if (targets instanceof LabelTargets labelled) {
            labelled.labels().names().forEach(sink::text);
            sink.text("positive").text(labelled.labels().positive().orElse(""));
        } else if (targets instanceof LabelSetTargets sets) {
            sets.labels().names().forEach(sink::text);
            sink.text("sets");
        }
        double[] weights = weights().orElse(null);
        List<String> groups = groups().orElse(null);
        sink.integer(weights == null ? 0 : 1).integer(groups == null ? 0 : 1);
        for (int row = 0; row < size(); row++) {
            writeContent(row, sink);
            if (targets instanceof LabelTargets labelled) {
                sink.integer(labelled.index(row));
            } else if (targets instanceof NumberTargets numbers) {
                sink.number(numbers.value(row));
            } else if (targets instanceof LabelSetTargets sets) {
                sink.integer(sets.set(row).size());
                sets.set(row).forEach(sink::text);
            }
            sink.text(id(row));
            if (weights != null) {
                sink.number(weights[row]);
            }
            if (groups != null) {
                sink.text(groups.get(row));
            }
        }
        // behind the rest, and nothing where there are none, so that fingerprints are what they were before these came
        times().ifPresent(times -> digestTimes(times, sink));
        for (String attribute : attributeNames()) {
            sink.text("attribute").text(attribute);
            attribute(attribute).forEach(sink::text);
        }
        if (isLazy() && size() > 0) {
            sink.text("made");
            writeForm(input(0), sink);
        }
        return sink.fingerprint();
    }

    private void writeContent(int row, Fingerprint.Sink sink) {
        if (examples.content != null) {
            examples.content.write(input(row), sink);
        } else if (examples.inputs instanceof LazyInputs<?, X> lazy) {
            lazy.source.writeContent(origin(row), sink);
        } else {
            InputContent.ofKnownTypes().write(input(row), sink);
        }
    }

    /** Writes what a function made, or at least its type. */
    private static void writeForm(Object made, Fingerprint.Sink sink) {
        try {
            InputContent.ofKnownTypes().write(made, sink);
        } catch (UnknownContentException e) {
            sink.text(made.getClass().getName());
        }
    }

    /**
     * Identifies the content of one input.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the fingerprint, computed each time; empty if the input is of a type whose content Assay doesn't know, which
     *     {@link #withContent} mends
     */
    public final Optional<Fingerprint> inputFingerprint(int row) {
        try {
            Fingerprint.Sink sink = new Fingerprint.Sink();
            writeContent(row, sink);
            return Optional.of(sink.fingerprint());
        } catch (UnknownContentException e) {
            return Optional.empty();
        }
    }

    /**
     * Tells the features of one input of a type that only {@link #withContent} knows.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the numbers by their names; none if nothing says what the input consists of
     */
    public final SortedMap<String, Double> inputFeatures(int row) {
        return examples.content == null ? Collections.emptySortedMap() : examples.content.features(input(row));
    }

    private static void digestTimes(List<Instant> times, Fingerprint.Sink sink) {
        sink.text("times");
        times.forEach(time -> sink.integer(time.getEpochSecond()).integer(time.getNano()));
    }

    @Override
    public String toString() {
        return name() + " (" + size() + " examples)";
    }

    /** Inputs that a function makes of those of another data set, each time that they are asked for. */
    private static final class LazyInputs<S, X> extends AbstractList<X> implements RandomAccess {

        final Dataset<S> source;
        private final Function<? super S, ? extends X> function;

        LazyInputs(Dataset<S> source, Function<? super S, ? extends X> function) {
            this.source = source;
            this.function = function;
        }

        @Override
        public X get(int index) {
            return function.apply(source.input(index));
        }

        @Override
        public int size() {
            return source.size();
        }
    }

    private final class SelectedInputs extends AbstractList<X> implements RandomAccess {

        @Override
        public X get(int index) {
            return input(index);
        }

        @Override
        public int size() {
            return Dataset.this.size();
        }
    }
}
