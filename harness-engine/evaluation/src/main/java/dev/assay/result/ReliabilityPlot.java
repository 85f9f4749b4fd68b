package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Outcomes;
import dev.assay.metric.ReliabilityCurve;
import dev.assay.metric.ReliabilityCurve.Binning;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import dev.assay.statistics.Interval;
import dev.assay.statistics.ProportionInterval;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the reliability curve of the first repeat: of the positive label, or else of whichever label was predicted. */
final class ReliabilityPlot {

    private static final int BINS = 10;

    private ReliabilityPlot() {}

    static Optional<PlotData.Reliability> of(Evaluation evaluation) {
        Outcomes outcomes = evaluation.repeats().get(0);
        if (!(outcomes.predictions() instanceof LabelPredictions predictions)
                || predictions.scoreKind() != ScoreKind.PROBABILITIES) {
            return Optional.empty();
        }
        Optional<String> positive = predictions.labels().positive();
        ReliabilityCurve curve = curve(outcomes, positive);
        Map<Double, Long> rows = rows(outcomes, positive, curve);
        return Optional.of(new PlotData.Reliability(
                positive.map(label -> "\"" + label + "\"").orElse("the predicted label"),
                Digits.usual(curve.expectedError()),
                IntStream.range(0, curve.size())
                        .mapToObj(bin -> bin(curve, bin, rows.getOrDefault(curve.lower(bin), 1L)))
                        .toList()));
    }

    private static ReliabilityCurve curve(Outcomes outcomes, Optional<String> positive) {
        return positive.map(label -> ReliabilityCurve.ofLabel(outcomes, label, BINS, Binning.EQUAL_WIDTH))
                .orElseGet(() -> ReliabilityCurve.ofPredicted(outcomes, BINS, Binning.EQUAL_WIDTH));
    }

    /** Counts the rows of bins, by where these begin. */
    private static Map<Double, Long> rows(Outcomes outcomes, Optional<String> positive, ReliabilityCurve curve) {
        ReliabilityCurve plain =
                outcomes.isWeighted() ? curve(Outcomes.of(outcomes.truth(), outcomes.predictions()), positive) : curve;
        return IntStream.range(0, plain.size())
                .boxed()
                .collect(Collectors.toMap(plain::lower, bin -> Math.round(plain.weight(bin))));
    }

    private static PlotData.ReliabilityBin bin(ReliabilityCurve curve, int bin, long rows) {
        Interval interval =
                ProportionInterval.WILSON.of(Math.round(curve.frequency(bin) * rows), rows, Intervals.LEVEL);
        return new PlotData.ReliabilityBin(
                Digits.usual(curve.lower(bin)),
                Digits.usual(curve.upper(bin)),
                Digits.usual(curve.weight(bin)),
                Digits.usual(Math.min(1, curve.meanProbability(bin))),
                Digits.usual(curve.frequency(bin)),
                Digits.usual(interval.lower()),
                Digits.usual(interval.upper()));
    }
}
