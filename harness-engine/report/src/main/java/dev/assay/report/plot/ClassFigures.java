package dev.assay.report.plot;

import dev.assay.result.ClassResult.Differences;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.List;

/** The figures that show candidates side by side. */
public final class ClassFigures {

    private ClassFigures() {}

    /** Draws all that can be drawn. */
    public static List<Figure> of(ClassResults all) {
        List<Result> results = all.results();
        List<Figure> figures = new ArrayList<>();
        FoldsPlot.of(results).ifPresent(figures::add);
        Differences differences = all.summary().differences();
        if (differences != null && !differences.entries().isEmpty()) {
            figures.add(DifferencesPlot.of(differences, null));
        }
        LabelChoice.of(results).forEach(label -> figures.addAll(CurvesPlot.of(results, label)));
        ReliabilityPlot.of(results).ifPresent(figures::add);
        return List.copyOf(figures);
    }
}
