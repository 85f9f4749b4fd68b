package dev.assay.metric;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A metric of one label's ranking as a function of which rows, or groups, there are. Rows are sorted by score once; a
 * replicate adds up the weights of each set of tied rows.
 *
 * <p>The prior has the weight of one row, or of one average group, spread evenly over both sides and over places in the
 * ranking. Without it, a perfect ranking would have perfect replicates only.
 */
final class RedrawnRanking {

    private static final long NANOSECONDS = 15;
    private static final int MOST_PLACES = 50;

    private final Outcomes outcomes;
    private final Units units;
    private final boolean[] positive;
    /** Which set of tied rows each row is in, those of the highest score first. */
    private final int[] tieOfRow;

    private final int ties;
    /** The sets of tied rows that pseudo-rows are in, evenly spread over the rows. */
    private final int[] places;

    private final ToDoubleFunction<RankedLabel> function;

    private RedrawnRanking(Outcomes outcomes, int label, ToDoubleFunction<RankedLabel> function) {
        this.outcomes = outcomes;
        this.units = Units.of(outcomes);
        this.function = function;
        int n = outcomes.size();
        double[] negated = IntStream.range(0, n)
                .mapToDouble(row -> 0.0 - outcomes.labelPredictions().score(row, label))
                .toArray();
        double[] distinct =
                Arrays.stream(negated).parallel().sorted().distinct().toArray();
        this.ties = distinct.length;
        this.tieOfRow = new int[n];
        Arrays.setAll(tieOfRow, row -> Arrays.binarySearch(distinct, negated[row]));
        this.positive = new boolean[n];
        for (int row = 0; row < n; row++) {
            positive[row] = outcomes.labelTruth().index(row) == label;
        }
        int count = Math.min(MOST_PLACES, n);
        int[] sorted = Arrays.stream(tieOfRow).sorted().toArray();
        this.places = IntStream.range(0, count)
                .map(i -> sorted[(int) ((2L * i + 1) * n / (2L * count))])
                .toArray();
    }

    static Redrawing of(Outcomes outcomes, int label, ToDoubleFunction<RankedLabel> function) {
        RedrawnRanking ranking = new RedrawnRanking(outcomes, label, function);
        int pseudoUnits = 2 * ranking.places.length;
        return Redrawing.ofUnits(
                ranking.units, pseudoUnits, 1.0 / pseudoUnits, NANOSECONDS * outcomes.size(), ranking::value);
    }

    private double value(double[] drawn) {
        double[] positives = new double[ties];
        double[] negatives = new double[ties];
        double total = 0;
        for (int row = 0; row < tieOfRow.length; row++) {
            double rowWeight = outcomes.weight(row);
            double weight = drawn[units.ofRow(row)] * rowWeight;
            (positive[row] ? positives : negatives)[tieOfRow[row]] += weight;
            total += rowWeight;
        }
        double average = total / units.size();
        for (int i = 0; i < places.length; i++) {
            positives[places[i]] += average * drawn[units.size() + 2 * i];
            negatives[places[i]] += average * drawn[units.size() + 2 * i + 1];
        }
        RankedLabel ranked = RankedLabel.ofTies(positives, negatives);
        double value = ranked.hasBothSides() ? function.applyAsDouble(ranked) : Double.NaN;
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
