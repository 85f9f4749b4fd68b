package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.ThresholdCurve;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the curves of labels: that of one test set as it is but for points that nobody would see, or the mean over folds. */
final class CurvePlots {

    private final Evaluation evaluation;

    CurvePlots(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Leaves out labels that no fold can tell from others. */
    List<PlotData.LabelCurves> of(List<String> labels) {
        return labels.stream().flatMap(label -> curves(label).stream()).toList();
    }

    private Optional<PlotData.LabelCurves> curves(String label) {
        List<Fold> folds = evaluation.folds();
        List<ThresholdCurve> curves = folds.stream()
                .flatMap(fold -> ThresholdCurve.of(fold.outcomes(), label).stream())
                .toList();
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        boolean single = folds.size() == 1;
        TestSetCurves ofTestSet = new TestSetCurves(folds.get(0).outcomes(), label, curves.get(0));
        return Optional.of(new PlotData.LabelCurves(
                label,
                single ? ofTestSet.roc() : FoldCurves.roc(curves),
                single ? ofTestSet.precisionRecall() : FoldCurves.precisionRecall(curves),
                combined(ClassificationMetrics.ROC_AUC.ofLabel(label)),
                combined(ClassificationMetrics.AVERAGE_PRECISION.ofLabel(label))));
    }

    /** Does what the evaluation does with metrics that are averaged over folds, which would keep this one among its results. */
    private @Nullable Double combined(Metric metric) {
        Map<Integer, List<Fold>> byRepeat = evaluation.folds().stream()
                .collect(Collectors.groupingBy(Fold::repeat, TreeMap::new, Collectors.toList()));
        return Digits.usual(mean(byRepeat.values().stream()
                .map(folds -> mean(folds.stream()
                        .map(fold -> metric.value(fold.outcomes()).asOptional())
                        .toList()))
                .toList()));
    }

    private static OptionalDouble mean(List<OptionalDouble> values) {
        double[] defined =
                values.stream().flatMapToDouble(OptionalDouble::stream).toArray();
        return defined.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(defined).sum() / defined.length);
    }
}
