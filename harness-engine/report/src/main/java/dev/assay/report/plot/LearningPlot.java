package dev.assay.report.plot;

import dev.assay.result.PlotData.Learning;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How good a candidate is by the size of what it is trained on. */
final class LearningPlot {

    private static final double HEIGHT = 190;

    private final String candidate;
    private final Learning learning;

    private LearningPlot(String candidate, Learning learning) {
        this.candidate = candidate;
        this.learning = learning;
    }

    /** Draws the curve, unless it wasn't evaluated. */
    static Optional<Figure> of(Result one) {
        Learning learning = one.plots().learning();
        return learning == null || learning.trainSizes().isEmpty()
                ? Optional.empty()
                : Optional.of(new LearningPlot(one.candidate(), learning).draw());
    }

    private Figure draw() {
        String title = "Learning curve";
        String subtitle = candidate + ". Band: from the lowest fold to the highest.";
        Canvas canvas = new Canvas("learning--" + Slug.of(candidate), title, subtitle);
        List<Double> sizes = new ArrayList<>(learning.trainSizes());
        sizes.add(0.0);
        List<Double> values = Stream.of(learning.values(), learning.lowest(), learning.highest())
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
        Domain up = Domain.around(values).withinUnit(values);
        Domain across = Domain.around(sizes);
        Axes axes = Axes.of(canvas, new Domain(0, across.to()), "trained on, examples", up, learning.metric(), HEIGHT);
        ValueLine line = new ValueLine(axes, Series.of(0), candidate);
        for (int i = 0; i < learning.trainSizes().size(); i++) {
            double size = learning.trainSizes().get(i);
            line.add(
                    size,
                    learning.values().get(i),
                    learning.lowest().get(i),
                    learning.highest().get(i),
                    tooltip(i, size));
        }
        line.drawBand(canvas);
        line.draw(canvas);
        return canvas.finish(alternative(title));
    }

    private String tooltip(int index, double size) {
        Double lowest = learning.lowest().get(index);
        Double highest = learning.highest().get(index);
        return Num.count(size) + " examples: " + Words.value(learning.values().get(index))
                + (lowest == null || highest == null
                        ? ""
                        : ", folds from " + Num.value(lowest) + " to " + Num.value(highest));
    }

    private String alternative(String title) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < learning.trainSizes().size(); i++) {
            @Nullable Double value = learning.values().get(i);
            points.add(Num.count(learning.trainSizes().get(i)) + " examples " + Words.value(value));
        }
        return title + " of " + candidate + ", " + learning.metric() + " by size of the training part: "
                + Words.few(points, 12, "; ") + ".";
    }
}
