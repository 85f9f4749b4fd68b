package dev.assay.result;

import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Chooses the points of a curve that its shape needs most (Douglas and Peucker, "Algorithms for the reduction of the number of
 * points required to represent a digitized line or its caricature", 1973, the farthest point of all first).
 */
final class CurveThinning {

    private final double[] x;
    private final double[] y;

    CurveThinning(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** A line between two points that are kept, and the point between them that lies farthest from it. */
    private record Chord(int from, int to, int farthest, double distance) {}

    /** Returns the points to keep, ascending, both ends among them. */
    int[] kept(int most) {
        BitSet kept = new BitSet();
        kept.set(0);
        kept.set(x.length - 1);
        PriorityQueue<Chord> chords = new PriorityQueue<>(
                Comparator.comparingDouble(Chord::distance).reversed().thenComparing(Chord::from));
        chords.add(chord(0, x.length - 1));
        for (int count = 2; count < most; count++) {
            Chord chord = chords.remove();
            if (chord.distance == 0) {
                break;
            }
            kept.set(chord.farthest);
            chords.add(chord(chord.from, chord.farthest));
            chords.add(chord(chord.farthest, chord.to));
        }
        return kept.stream().toArray();
    }

    private Chord chord(int from, int to) {
        double dx = x[to] - x[from];
        double dy = y[to] - y[from];
        double length = Math.hypot(dx, dy);
        int farthest = from;
        double highest = 0;
        for (int point = from + 1; point < to; point++) {
            double ofX = x[point] - x[from];
            double ofY = y[point] - y[from];
            double distance = length > 0 ? Math.abs(ofX * dy - ofY * dx) / length : Math.hypot(ofX, ofY);
            if (distance > highest) {
                highest = distance;
                farthest = point;
            }
        }
        return new Chord(from, to, farthest, highest);
    }
}
