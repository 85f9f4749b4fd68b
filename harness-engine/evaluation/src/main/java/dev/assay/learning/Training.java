package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.NumberTargets;
import dev.assay.data.Seed;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a learner is given: the examples of the training part, a seed of its own, the validation part if the data were split
 * so, and word when the model is not wanted any more.
 *
 * @param <X> the type of inputs
 */
public final class Training<X> {

    private final Dataset<X> data;
    private final Seed seed;
    private final @Nullable Dataset<X> validation;
    private final BooleanSupplier cancellation;

    private Training(Dataset<X> data, Seed seed, @Nullable Dataset<X> validation, BooleanSupplier cancellation) {
        this.data = data;
        this.seed = seed;
        this.validation = validation;
        this.cancellation = cancellation;
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
        return new Training<>(data, seed, null, () -> false);
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
        return new Training<>(data, seed, part, cancellation);
    }

    /**
     * Adds a way to learn that the fit is not wanted any more.
     *
     * @param cancelled tells whether it isn't; called by any thread, at any time
     * @return the same training with that
     */
    public Training<X> withCancellation(BooleanSupplier cancelled) {
        return new Training<>(data, seed, validation, cancelled);
    }

    /**
     * Tells whether the model is not wanted any more, because the run was cancelled, its time is over, or another fold has
     * failed. A learner that takes long asks now and then and gives up, as it also should when its thread is interrupted,
     * which happens in the first two of these cases.
     *
     * @return whether to give up; once true, it stays so
     */
    public boolean isCancelled() {
        return cancellation.getAsBoolean();
    }

    /**
     * Gives up if the model is not wanted any more.
     *
     * @throws CancellationException if {@link #isCancelled()}
     */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("the fit was cancelled");
        }
    }

    /**
     * Returns the validation part, by which a learner may tell when to stop or which setting to take. It is not tested.
     *
     * @return a view of the validation part, if the data were split into three parts
     */
    public Optional<Dataset<X>> validation() {
        return Optional.ofNullable(validation);
    }

    /** Turns the data of a part into another form. */
    @FunctionalInterface
    interface Adaptation<X, Y> {

        Dataset<Y> apply(Dataset<X> part) throws Exception;
    }

    /** Returns this training with all parts of its data in another form. */
    <Y> Training<Y> withParts(Adaptation<X, Y> adaptation) throws Exception {
        Training<Y> adapted = of(adaptation.apply(data), seed).withCancellation(cancellation);
        return validation == null ? adapted : adapted.withValidation(adaptation.apply(validation));
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
