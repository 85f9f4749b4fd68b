package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.NumberTargets;
import dev.assay.data.Seed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a learner is given: the examples of the training part, a seed of its own, and the validation part if the data were
 * split so.
 *
 * @param <X> the type of inputs
 */
public final class Training<X> {

    private final Dataset<X> data;
    private final Seed seed;
    private final @Nullable Dataset<X> validation;

    private Training(Dataset<X> data, Seed seed, @Nullable Dataset<X> validation) {
        this.data = data;
        this.seed = seed;
        this.validation = validation;
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
        return new Training<>(data, seed, null);
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
     * Adds a validation part.
     *
     * @param part examples to be watched while training, none of them among those to learn from
     * @return the same training with that part
     */
    public Training<X> withValidation(Dataset<X> part) {
        return new Training<>(data, seed, part);
    }

    /**
     * Returns the validation part, by which a learner may tell when to stop or which setting to take. It is not tested.
     *
     * @return a view of the validation part, if the data were split into three parts
     */
    public Optional<Dataset<X>> validation() {
        return Optional.ofNullable(validation);
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
