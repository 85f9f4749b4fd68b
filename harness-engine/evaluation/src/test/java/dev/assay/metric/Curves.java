package dev.assay.metric;

import dev.assay.metric.ReliabilityCurve.Binning;
import dev.assay.prediction.ScoreKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Curves as lists of numbers, whose equality is that of bits. */
final class Curves {

    private static final int BINS = 5;

    private Curves() {}

    /** Returns all curves of outcomes, those that are empty too. */
    static List<List<List<Double>>> all(Outcomes outcomes) {
        List<List<List<Double>>> all = new ArrayList<>();
        if (outcomes.labelPredictions().scoreKind() == ScoreKind.NONE) {
            return all;
        }
        for (String label : outcomes.labelTruth().labels().names()) {
            all.add(points(ThresholdCurve.of(outcomes, label)));
            all.add(points(ThresholdCurve.atEveryScore(outcomes, label)));
        }
        if (outcomes.labelPredictions().scoreKind() == ScoreKind.PROBABILITIES) {
            for (Binning binning : Binning.values()) {
                all.add(points(ReliabilityCurve.ofPredicted(outcomes, BINS, binning)));
                all.add(points(ReliabilityCurve.ofLabel(
                        outcomes, outcomes.labelTruth().labels().name(0), BINS, binning)));
            }
        }
        return all;
    }

    private static List<List<Double>> points(Optional<ThresholdCurve> curve) {
        return curve.map(known -> IntStream.range(0, known.size())
                        .mapToObj(point -> List.of(
                                known.threshold(point),
                                known.recall(point),
                                known.falsePositiveRate(point),
                                known.falseNegativeRate(point),
                                known.precision(point),
                                known.share(point),
                                known.lift(point)))
                        .toList())
                .orElse(List.of());
    }

    private static List<List<Double>> points(ReliabilityCurve curve) {
        return IntStream.range(0, curve.size())
                .mapToObj(bin -> List.of(
                        curve.lower(bin),
                        curve.upper(bin),
                        curve.weight(bin),
                        curve.meanProbability(bin),
                        curve.frequency(bin)))
                .toList();
    }
}
