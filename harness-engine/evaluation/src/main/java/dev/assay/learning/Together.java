package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The features of several transforms of the same inputs, one after another. */
final class Together<X> implements Transform<X, double[]> {

    private final List<Transform<X, double[]>> parts;

    Together(List<Transform<X, double[]>> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("together(…) needs at least one transform");
        }
        this.parts = List.copyOf(parts);
    }

    @Override
    public FittedTransform<X, double[]> fit(Dataset<X> training) throws Exception {
        List<FittedTransform<X, double[]>> fitted = new ArrayList<>();
        for (Transform<X, double[]> part : parts) {
            fitted.add(part.fit(training));
        }
        return new Fitted<>(fitted, names(fitted));
    }

    private static <X> List<String> names(List<FittedTransform<X, double[]>> fitted) {
        if (fitted.stream().anyMatch(part -> part.featureNames().isEmpty())) {
            return List.of();
        }
        Set<String> distinct = new HashSet<>();
        List<String> names =
                fitted.stream().flatMap(part -> part.featureNames().stream()).toList();
        for (String name : names) {
            if (!distinct.add(name)) {
                throw new InvalidDataException(
                        "two of the transforms in together(…) make the feature '" + name + "'; leave one of them out");
            }
        }
        return names;
    }

    private record Fitted<X>(List<FittedTransform<X, double[]>> parts, List<String> featureNames)
            implements FittedTransform<X, double[]> {

        @Override
        public double[] apply(X input) throws Exception {
            DoubleStream.Builder features = DoubleStream.builder();
            for (FittedTransform<X, double[]> part : parts) {
                for (double feature : part.apply(input)) {
                    features.add(feature);
                }
            }
            return features.build().toArray();
        }
    }
}
