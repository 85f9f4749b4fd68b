package dev.assay.adapters.python;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A classifier that is simple enough to be written again in another language: the label whose mean is nearest. */
final class NearestCentroid {

    private final double[][] centroids;

    /**
     * Fits.
     *
     * @param inputs numbers, all of one length
     * @param labels the index of each input's label
     * @param k how many labels there are
     */
    NearestCentroid(List<double[]> inputs, int[] labels, int k) {
        int features = inputs.get(0).length;
        this.centroids = new double[k][features];
        int[] counts = new int[k];
        for (int row = 0; row < labels.length; row++) {
            counts[labels[row]]++;
            for (int i = 0; i < features; i++) {
                centroids[labels[row]][i] += inputs.get(row)[i];
            }
        }
        for (int label = 0; label < k; label++) {
            for (int i = 0; i < features; i++) {
                centroids[label][i] /= counts[label];
            }
        }
    }

    int predict(double... input) {
        double[] distances = Arrays.stream(centroids)
                .mapToDouble(centroid -> IntStream.range(0, input.length)
                        .mapToDouble(i -> (input[i] - centroid[i]) * (input[i] - centroid[i]))
                        .sum())
                .toArray();
        int nearest = 0;
        for (int label = 1; label < distances.length; label++) {
            nearest = distances[label] < distances[nearest] ? label : nearest;
        }
        return nearest;
    }
}
