package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.ArrayList;
import java.util.List;

/** Applies fitted transforms to many inputs, and says which of them one fails for. */
final class Transformed {

    private Transformed() {}

    /** Says for which row a transform fails. */
    private interface Fault {

        InvalidDataException at(int row, InvalidDataException cause);
    }

    /** Transforms examples; all but inputs and names of features stays. */
    static <X, Y> Dataset<Y> data(FittedTransform<X, ? extends Y> fitted, Dataset<X> data) throws Exception {
        List<Y> inputs = inputs(
                fitted,
                data.inputs(),
                (row, cause) -> new InvalidDataException("row " + data.id(row) + ": " + cause.getMessage(), cause));
        return data.<Y>withInputs(inputs).withFeatureNames(fitted.featureNames());
    }

    /** Transforms inputs that are to be predicted. */
    static <X, Y> List<Y> inputs(FittedTransform<X, ? extends Y> fitted, List<X> inputs) throws Exception {
        return inputs(
                fitted,
                inputs,
                (row, cause) -> new InvalidDataException(
                        row, "row " + row + " of those to be predicted: " + cause.getMessage(), cause));
    }

    private static <X, Y> List<Y> inputs(FittedTransform<X, ? extends Y> fitted, List<X> inputs, Fault fault)
            throws Exception {
        List<Y> transformed = new ArrayList<>(inputs.size());
        for (int row = 0; row < inputs.size(); row++) {
            try {
                transformed.add(fitted.apply(inputs.get(row)));
            } catch (InvalidDataException e) {
                throw fault.at(row, e);
            }
        }
        return transformed;
    }
}
