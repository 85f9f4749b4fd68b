package dev.assay.report.plot;

import dev.assay.result.Result.Confusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A matrix that is small enough to be drawn: of many labels, the least confused ones are taken together. */
final class ConfusionCounts {

    private static final int MOST = 12;

    private final List<String> labels;
    private final double[][] counts;
    private final String remark;

    private ConfusionCounts(List<String> labels, double[][] counts, String remark) {
        this.labels = labels;
        this.counts = counts;
        this.remark = remark;
    }

    static ConfusionCounts of(Confusion confusion) {
        int size = confusion.labels().size();
        double[][] counts = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                counts[row][column] = confusion.counts().get(row).get(column);
            }
        }
        ConfusionCounts all = new ConfusionCounts(confusion.labels(), counts, "");
        return size <= MOST ? all : all.reduced();
    }

    private ConfusionCounts reduced() {
        Comparator<Integer> byErrors = Comparator.comparingDouble(label -> -errors(label));
        List<Integer> kept = IntStream.range(0, size())
                .boxed()
                .sorted(byErrors)
                .limit(MOST - 1)
                .sorted()
                .toList();
        int[] place = new int[size()];
        Arrays.fill(place, MOST - 1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            place[kept.get(i)] = i;
            names.add(labels.get(kept.get(i)));
        }
        int others = size() - kept.size();
        names.add(others + " others");
        double[][] sums = new double[MOST][MOST];
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                sums[place[row]][place[column]] += counts[row][column];
            }
        }
        return new ConfusionCounts(
                names,
                sums,
                " Of " + size() + " labels the " + kept.size() + " most confused; the others are taken together.");
    }

    private double errors(int label) {
        double errors = 0;
        for (int other = 0; other < size(); other++) {
            errors += other == label ? 0 : counts[label][other] + counts[other][label];
        }
        return errors;
    }

    List<String> labels() {
        return labels;
    }

    /** Returns a sentence on what was taken together, with a space before it, or nothing. */
    String remark() {
        return remark;
    }

    int size() {
        return labels.size();
    }

    double at(int row, int column) {
        return counts[row][column];
    }

    double sum(int row) {
        return Arrays.stream(counts[row]).sum();
    }

    /** NaN if the row is empty. */
    double share(int row, int column) {
        return counts[row][column] / sum(row);
    }

    /** Returns where labels were confused, the most frequent first. */
    List<int[]> confusions() {
        List<int[]> places = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                if (row != column && counts[row][column] > 0) {
                    places.add(new int[] {row, column});
                }
            }
        }
        places.sort(Comparator.comparingDouble(place -> -counts[place[0]][place[1]]));
        return places;
    }
}
