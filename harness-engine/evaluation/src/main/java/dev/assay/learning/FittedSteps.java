package dev.assay.learning;

import java.util.List;

/** Two fitted transforms, one behind the other. */
record FittedSteps<X, Y, Z>(FittedTransform<X, Y> first, FittedTransform<Y, Z> second)
        implements FittedTransform<X, Z> {

    @Override
    public Z apply(X input) throws Exception {
        return second.apply(first.apply(input));
    }

    @Override
    public List<String> featureNames() {
        return second.featureNames();
    }
}
