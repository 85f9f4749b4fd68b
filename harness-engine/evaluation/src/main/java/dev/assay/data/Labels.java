package dev.assay.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of a classification: distinct label names in a declared order, with the positive one if declared. The
 * order is the order of rows in a confusion matrix and of columns in scores, and breaks ties between equal scores.
 */
public final class Labels {

    private final List<String> names;
    private final Map<String, Integer> indices;
    private final @Nullable String positive;

    private Labels(List<String> names, @Nullable String positive) {
        this.names = List.copyOf(names);
        this.indices = new HashMap<>();
        for (String name : this.names) {
            if (indices.put(name, indices.size()) != null) {
                throw new InvalidDataException("label \"" + name + "\" is declared twice");
            }
        }
        if (this.names.isEmpty()) {
            throw new InvalidDataException("a vocabulary needs at least one label");
        }
        this.positive = positive;
    }

    /**
     * Declares a vocabulary.
     *
     * @param names the label names in their order, without duplicates
     * @return the vocabulary, without a positive label
     */
    public static Labels of(String... names) {
        return new Labels(Arrays.asList(names), null);
    }

    /**
     * Declares a vocabulary.
     *
     * @param names the label names in their order, without duplicates
     * @return the vocabulary, without a positive label
     */
    public static Labels of(List<String> names) {
        return new Labels(names, null);
    }

    /**
     * Collects the labels that occur in data and sorts them by {@link String#compareTo}, so that the order does not
     * depend on the order of rows.
     *
     * @param observed labels, any number of times each
     * @return the vocabulary, without a positive label
     */
    public static Labels observed(Collection<String> observed) {
        return new Labels(List.copyOf(new TreeSet<>(observed)), null);
    }

    /**
     * Declares the label that F1, precision and recall are about when no other is named.
     *
     * @param label one of these labels
     * @return the same vocabulary with that positive label
     * @throws InvalidDataException if the label is not in the vocabulary
     */
    public Labels withPositive(String label) {
        indexOf(label);
        return new Labels(names, label);
    }

    /**
     * Returns the number of labels.
     *
     * @return at least 1
     */
    public int size() {
        return names.size();
    }

    /**
     * Returns the label at a position.
     *
     * @param index from 0 to {@code size() - 1}
     * @return its name
     */
    public String name(int index) {
        return names.get(index);
    }

    /**
     * Returns all labels.
     *
     * @return the names in declared order, unmodifiable
     */
    public List<String> names() {
        return names;
    }

    /**
     * Tells whether a label is in the vocabulary.
     *
     * @param label any text
     * @return whether it is one of the labels; case matters
     */
    public boolean contains(String label) {
        return indices.containsKey(label);
    }

    /**
     * Finds a label's position.
     *
     * @param label one of these labels; case matters
     * @return from 0 to {@code size() - 1}
     * @throws InvalidDataException if the label is not in the vocabulary; the message lists those that are
     */
    public int indexOf(String label) {
        Integer index = indices.get(label);
        if (index == null) {
            throw new InvalidDataException("no label \"" + label + "\"; the labels are " + this);
        }
        return index;
    }

    /**
     * Returns the positive label.
     *
     * @return the label that was declared positive, if any
     */
    public Optional<String> positive() {
        return Optional.ofNullable(positive);
    }

    /**
     * Returns the position of the positive label.
     *
     * @return the index of the label that was declared positive, if any
     */
    public OptionalInt positiveIndex() {
        return positive == null ? OptionalInt.empty() : OptionalInt.of(indexOf(positive));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels that
                && names.equals(that.names)
                && positive().equals(that.positive());
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + positive().hashCode();
    }

    /** Returns the quoted names in order, cut after twenty. */
    @Override
    public String toString() {
        String list = String.join("\", \"", names.subList(0, Math.min(20, names.size())));
        return "\"" + list + "\"" + (names.size() > 20 ? " and " + (names.size() - 20) + " more" : "");
    }
}
