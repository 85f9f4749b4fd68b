package dev.assay.report.plot;

import dev.assay.evaluation.LearningCurve;
import dev.assay.evaluation.LearningCurve.Point;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How good a candidate is by the size of what it is trained on. */
public final class LearningPlot {

    private static final double HEIGHT = 190;
    private static final int MOST_WORDS = 12;

    private final LearningCurve curve;
    private final List<Size> sizes;

    private LearningPlot(LearningCurve curve) {
        this.curve = curve;
        this.sizes = curve.points().stream().map(Size::of).toList();
    }

    /** What is drawn of a size; the band is from the lowest fold to the highest. */
    private record Size(
            double examples,
            @Nullable Double value,
            @Nullable Double lowest,
            @Nullable Double highest) {

        static Size of(Point point) {
            DoubleSummaryStatistics folds = point.folds().stream()
                    .flatMapToDouble(fold -> fold.asOptional().stream())
                    .summaryStatistics();
            boolean isAny = folds.getCount() > 0;
            return new Size(
                    point.trainSize(),
                    number(point.value()),
                    isAny ? (Double) folds.getMin() : null,
                    isAny ? (Double) folds.getMax() : null);
        }

        private static @Nullable Double number(MetricValue value) {
            return value.asOptional().isPresent() ? value.asOptional().getAsDouble() : null;
        }

        Stream<Double> numbers() {
            return Stream.of(value, lowest, highest).filter(Objects::nonNull).map(Double.class::cast);
        }

        String words() {
            return Num.count(examples) + " examples " + Words.value(value);
        }

        String tooltip() {
            return Num.count(examples) + " examples: " + Words.value(value)
                    + (lowest == null || highest == null
                            ? ""
                            : ", folds from " + Num.value(lowest) + " to " + Num.value(highest));
        }
    }

    /** Draws a curve, also one that is undefined everywhere. */
    public static Figure of(LearningCurve curve) {
        return new LearningPlot(curve).draw();
    }

    private Figure draw() {
        String title = "Learning curve";
        String subtitle = curve.candidate() + ". Band: from the lowest fold to the highest.";
        Canvas canvas = new Canvas("learning--" + Slug.of(curve.candidate()), title, subtitle);
        List<Double> values = sizes.stream().flatMap(Size::numbers).toList();
        List<Double> across = Stream.concat(Stream.of(0.0), sizes.stream().map(Size::examples))
                .toList();
        Axes axes = Axes.of(
                canvas,
                new Domain(0, Domain.around(across).to()),
                "trained on, examples",
                Domain.around(values).withinUnit(values),
                curve.metric(),
                HEIGHT);
        ValueLine line = new ValueLine(axes, Series.of(0), curve.candidate());
        sizes.forEach(size -> line.add(size.examples(), size.value(), size.lowest(), size.highest(), size.tooltip()));
        line.drawBand(canvas);
        line.draw(canvas);
        return canvas.finish(alternative(title));
    }

    private String alternative(String title) {
        List<String> points = new ArrayList<>(sizes.stream().map(Size::words).toList());
        return title + " of " + curve.candidate() + ", " + curve.metric() + " by size of the training part: "
                + Words.few(points, MOST_WORDS, "; ") + ".";
    }
}
