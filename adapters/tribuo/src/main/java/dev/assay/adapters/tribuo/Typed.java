package dev.assay.adapters.tribuo;

import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.Trainer;

/** Gives Tribuo's objects the type of outputs that they don't carry at run time. */
final class Typed {

    private Typed() {}

    /** Gives an example its type, if its output is of that type. */
    @SuppressWarnings("unchecked") // An example's type is that of its output, which is checked.
    static <T extends Output<T>> Optional<Example<T>> example(Class<T> type, Example<?> example) {
        return type.isInstance(example.getOutput()) ? Optional.of((Example<T>) example) : Optional.empty();
    }

    /** Takes a trainer to be one of the given type; if it is not, training fails with a {@link ClassCastException}. */
    @SuppressWarnings("unchecked") // Nothing tells a trainer's type before it trains.
    static <T extends Output<T>> Trainer<T> trainer(Trainer<?> trainer) {
        return (Trainer<T>) trainer;
    }
}
