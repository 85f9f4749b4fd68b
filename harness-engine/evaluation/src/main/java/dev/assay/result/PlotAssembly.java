package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import java.util.List;

/** Makes what plots of an evaluation are drawn from. Nothing of it is among the evaluation's computed metrics afterwards. */
final class PlotAssembly {

    private PlotAssembly() {}

    static PlotData of(Evaluation evaluation) {
        List<String> labels = PlottedLabels.of(evaluation);
        return new PlotData(
                new CurvePlots(evaluation).of(labels),
                ReliabilityPlot.of(evaluation).orElse(null),
                ScoreHistograms.of(evaluation, labels),
                FitPlot.of(evaluation).orElse(null),
                SliceTable.of(evaluation),
                WorstPredictions.of(evaluation));
    }
}
