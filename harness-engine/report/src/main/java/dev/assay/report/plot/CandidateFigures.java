package dev.assay.report.plot;

import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.List;

/** The figures that show one candidate. */
public final class CandidateFigures {

    private CandidateFigures() {}

    /** Draws all that can be drawn. */
    public static List<Figure> of(Result one) {
        List<Figure> figures = new ArrayList<>();
        ConfusionPlot.of(one).ifPresent(figures::add);
        LabelBarsPlot.of(one).ifPresent(figures::add);
        figures.addAll(ScoresPlot.of(one));
        ReliabilityPlot.of(one).ifPresent(figures::add);
        figures.addAll(FitPlot.of(one));
        return List.copyOf(figures);
    }
}
