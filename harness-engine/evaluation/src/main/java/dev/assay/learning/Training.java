package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.NumberTargets;
import dev.assay.data.Seed;

/**
 * What a learner is given: the examples of the training part, and a seed of its own.
 *
 * @param <X> the type of inputs
 */
public final class Training<X> {

    private final Dataset<X> data;
    private final Seed seed;

    private Training(Dataset<X> data, Seed seed) {
        this.data = data;
        this.seed = seed;
    }

    /**
     * Makes a training.
     *
     * @param data the examples to learn from
     * @param seed the root of all that is random in the fit
     * @param <X> the type of inputs
     * @return the training
     */
    public static <X> Training<X> of(Dataset<X> data, Seed seed) {
        return new Training<>(data, seed);
    }

    /**
     * Returns the examples to learn from.
     *
     * @return a view of the training part
     */
    public Dataset<X> data() {
        return data;
    }

    /**
     * Returns the seed.
     *
     * @return the root of all that is random in this fit
     */
    public Seed seed() {
        return seed;
    }

    /**
     * Returns the targets as labels.
     *
     * @return one label for each example
     * @throws InvalidDataException if the targets are not labels
     */
    public LabelTargets labelTargets() {
        if (data.targets() instanceof LabelTargets labels) {
            return labels;
        }
        throw new InvalidDataException("this learner needs labels, but the targets of " + data.name() + " are "
                + data.targets().kind());
    }

    /**
     * Returns the vocabulary of the targets.
     *
     * @return all labels, also those that the training part lacks
     * @throws InvalidDataException if the targets are not labels
     */
    public Labels labels() {
        return labelTargets().labels();
    }

    /**
     * Returns the targets as numbers.
     *
     * @return one number for each example
     * @throws InvalidDataException if the targets are not numbers
     */
    public NumberTargets numberTargets() {
        if (data.targets() instanceof NumberTargets numbers) {
            return numbers;
        }
        throw new InvalidDataException("this learner needs numbers, but the targets of " + data.name() + " are "
                + data.targets().kind());
    }
}
