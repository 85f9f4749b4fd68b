package dev.assay.evaluation;

import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How good a candidate is by the size of what it is trained on: whether more data would help.
 *
 * <p>Each size is evaluated on the same test parts. What is trained on is a random part of each fold's training part; larger
 * sizes contain smaller ones, and labels come in nearly the same proportions in all of them. At a share of 1, values are those
 * of the cross-validation itself.
 *
 * @param candidate the candidate's name
 * @param data the name of the data set
 * @param resampling how the data were split
 * @param metric the metric's name
 * @param direction which of its values are better
 * @param points one point for each size, the smallest first
 */
public record LearningCurve(
        String candidate, String data, String resampling, String metric, Direction direction, List<Point> points) {

    /**
     * A size.
     *
     * @param trainSize how many examples were trained on, on average over the folds
     * @param value the combined value of the metric, or undefined with the reason
     * @param folds its value in each fold, repeat by repeat
     */
    public record Point(double trainSize, MetricValue value, List<MetricValue> folds) {

        /** Copies the list. */
        public Point {
            folds = List.copyOf(folds);
        }
    }

    /** Copies the list. */
    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * Trains on shares of each training part.
     *
     * @param crossValidation the data, and how to split them
     * @param candidate the candidate
     * @param metric any metric that fits the targets
     * @param shares ascending, above 0 and not above 1; of each training part, so much is taken, rounded down, but at least
     *     one example
     * @return the curve
     * @throws IllegalArgumentException if there are no shares, or they are not so
     * @throws EvaluationException if a fold fails; the message names the size and the fold
     */
    public static LearningCurve of(
            CrossValidation<?> crossValidation, Candidate candidate, Metric metric, double... shares) {
        requireAscending(shares);
        return of(
                crossValidation,
                candidate,
                metric,
                Arrays.stream(shares).mapToObj(Subsampled.Share::new).toList());
    }

    /**
     * Trains on certain numbers of examples.
     *
     * @param crossValidation the data, and how to split them
     * @param candidate the candidate
     * @param metric any metric that fits the targets
     * @param counts ascending, at least 1 and not above the size of the smallest training part
     * @return the curve
     * @throws IllegalArgumentException if there are no counts, or they don't ascend
     * @throws EvaluationException if a fold fails or has fewer examples; the message names the size and the fold
     */
    public static LearningCurve ofCounts(
            CrossValidation<?> crossValidation, Candidate candidate, Metric metric, int... counts) {
        requireAscending(Arrays.stream(counts).asDoubleStream().toArray());
        return of(
                crossValidation,
                candidate,
                metric,
                Arrays.stream(counts).mapToObj(Subsampled.Count::new).toList());
    }

    private static void requireAscending(double... sizes) {
        if (sizes.length == 0) {
            throw new IllegalArgumentException("a learning curve needs at least one size");
        }
        for (int i = 1; i < sizes.length; i++) {
            if (!(sizes[i] > sizes[i - 1])) {
                throw new IllegalArgumentException(
                        "the sizes of a learning curve must ascend, but " + sizes[i] + " comes after " + sizes[i - 1]);
            }
        }
    }

    private static LearningCurve of(
            CrossValidation<?> crossValidation,
            Candidate candidate,
            Metric metric,
            List<? extends Subsampled.Size> sizes) {
        List<PendingEvaluation> pending = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        try {
            for (Subsampled.Size size : sizes) {
                pending.add(crossValidation.trainingOn(size).start(candidate));
            }
            for (int i = 0; i < pending.size(); i++) {
                evaluations.add(await(pending.get(i), sizes.get(i)));
            }
        } finally {
            // those that nobody waits for any more because another failed, perhaps to start
            pending.forEach(PendingEvaluation::cancel);
        }
        Evaluation first = evaluations.get(0);
        Metric resolved = first.score(metric).metric();
        return new LearningCurve(
                candidate.name(),
                first.dataName(),
                crossValidation.description(),
                resolved.name(),
                resolved.direction(),
                evaluations.stream()
                        .map(evaluation -> point(evaluation, metric))
                        .toList());
    }

    private static Evaluation await(PendingEvaluation evaluation, Subsampled.Size size) {
        try {
            return CrossValidation.await(evaluation);
        } catch (EvaluationException e) {
            throw new EvaluationException("with " + size.description() + ": " + e.getMessage(), e);
        }
    }

    private static Point point(Evaluation evaluation, Metric metric) {
        double trainSize = evaluation.folds().stream()
                .mapToInt(fold -> fold.split().trainSize())
                .average()
                .orElseThrow();
        MetricScore score = evaluation.score(metric);
        return new Point(trainSize, score.value(), score.folds());
    }
}
