package dev.assay.report.plot;

import dev.assay.evaluation.LearningCurve;
import dev.assay.metric.Direction;
import dev.assay.metric.MetricValue;
import dev.assay.result.ClassResult;
import dev.assay.result.ClassResult.DifferenceEntry;
import dev.assay.result.ClassResult.Differences;
import dev.assay.result.ClassResult.ErrorBudget;
import dev.assay.result.ClassResults;
import dev.assay.result.PlotData;
import dev.assay.result.PlotData.Curve;
import dev.assay.result.PlotData.Fit;
import dev.assay.result.PlotData.LabelCurves;
import dev.assay.result.PlotData.Reliability;
import dev.assay.result.PlotData.ReliabilityBin;
import dev.assay.result.PlotData.ScoreHistogram;
import dev.assay.result.Result;
import dev.assay.result.Result.Confusion;
import dev.assay.result.Result.Data;
import dev.assay.result.Result.IntervalEntry;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.MetricEntry;
import dev.assay.result.Result.Outcome;
import dev.assay.result.Result.Resampling;
import dev.assay.result.Result.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up results of any shape, the same ones for the same seed. */
final class Results {

    private final Random random;

    Results(long seed) {
        this.random = new Random(seed);
    }

    static final PlotData NOTHING = new PlotData(List.of(), null, List.of(), null, List.of(), List.of());

    /** Makes up a class whose candidates predict labels; the first label is the positive one if there are two. */
    ClassResults classification(List<String> candidates, List<String> labels, int repeats, int folds) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            results.add(classification(candidates.get(i), labels, repeats, folds, 0.97 - 0.06 * i));
        }
        return of(results);
    }

    /** Makes up a class whose candidates predict numbers. */
    ClassResults regression(List<String> candidates, int folds, double middle, double spread) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            results.add(regression(candidates.get(i), folds, middle, spread, 0.1 + 0.1 * i));
        }
        return of(results);
    }

    /** Puts results together, with made-up differences. */
    ClassResults of(List<Result> results) {
        List<String> names = results.stream().map(Result::candidate).toList();
        ErrorBudget budget = new ErrorBudget(0, 0, 0, null, null);
        return new ClassResults(
                new ClassResult(
                        ClassResult.SCHEMA,
                        "org.Some",
                        "Some",
                        names,
                        List.of(),
                        differences(results),
                        budget,
                        List.of()),
                results);
    }

    private Differences differences(List<Result> results) {
        if (results.size() < 2) {
            return null;
        }
        List<DifferenceEntry> entries = new ArrayList<>();
        double best = value(results.get(0));
        for (Result result : results.subList(1, results.size())) {
            double difference = best - value(result);
            double margin = Math.abs(difference) * 0.6 + 0.01 * Math.abs(best);
            entries.add(new DifferenceEntry(
                    result.candidate(), difference, difference - margin, difference + margin, random.nextDouble()));
        }
        MetricEntry metric = results.get(0).metrics().get(0);
        return new Differences(
                metric.name(),
                metric.higherIsBetter(),
                results.get(0).candidate(),
                "corrected resampled t-test",
                entries);
    }

    private static double value(Result result) {
        Double value = result.metrics().get(0).value();
        return value == null ? 0 : value;
    }

    Result classification(String candidate, List<String> labels, int repeats, int folds, double quality) {
        boolean two = labels.size() == 2;
        String positive = two ? labels.get(0) : null;
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < repeats * folds; i++) {
            values.add(clip(quality + random.nextGaussian() * 0.03));
        }
        String name = two ? "F1 of \"" + labels.get(0) + "\"" : "macro F1";
        MetricEntry metric = metric(name, true, values, quality);
        return new Result(
                Result.SCHEMA,
                "org.Some",
                candidate,
                new Data("tumours", 569, null, Task.CLASSIFICATION, labels, positive),
                new Resampling(folds + "-fold stratified cross-validation x " + repeats, 42L, repeats, true),
                Map.of(),
                List.of(metric),
                confusion(labels, quality),
                new PlotData(
                        curves(two ? labels.subList(0, 1) : labels, quality),
                        reliability(two ? "\"" + labels.get(0) + "\"" : "the predicted label"),
                        scores(two ? labels.subList(0, 1) : labels, quality),
                        null,
                        List.of(),
                        List.of()),
                List.of(gate(name, 0.9, true)),
                List.of(),
                List.of(),
                List.of());
    }

    Result regression(String candidate, int folds, double middle, double spread, double noise) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < folds; i++) {
            values.add(Math.abs(spread * noise * (1 + random.nextGaussian() * 0.2)));
        }
        List<Double> truth = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            truth.add(middle + spread * random.nextGaussian());
        }
        Collections.sort(truth);
        List<Double> predicted = truth.stream()
                .map(value -> value + spread * noise * random.nextGaussian())
                .toList();
        return new Result(
                Result.SCHEMA,
                "org.Some",
                candidate,
                new Data("houses", 5000, null, Task.REGRESSION, null, null),
                new Resampling(folds + "-fold cross-validation", 42L, 1, true),
                Map.of(),
                List.of(metric("RMSE", false, values, spread * noise)),
                null,
                new PlotData(List.of(), null, List.of(), new Fit(5000, truth, predicted), List.of(), List.of()),
                List.of(gate("RMSE", spread * 0.25, false)),
                List.of(),
                List.of(),
                List.of());
    }

    /** Makes up a result of which nothing is defined. */
    static Result undefined(String candidate) {
        IntervalEntry unknown = new IntervalEntry("one class only", null, null, null, null, List.of());
        MetricEntry metric = new MetricEntry(
                "ROC AUC", true, null, "only one label occurs", 0, List.of(), Collections.singletonList(null), unknown);
        return new Result(
                Result.SCHEMA,
                "org.Some",
                candidate,
                new Data("empty", 0, null, Task.CLASSIFICATION, List.of(), null),
                new Resampling("one test set", null, 1, false),
                Map.of(),
                List.of(metric),
                new Confusion(List.of(), List.of()),
                NOTHING,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    MetricEntry metric(String name, boolean higher, List<Double> folds, double value) {
        double margin = Math.abs(value) * 0.02;
        IntervalEntry interval = new IntervalEntry(
                null, "models trained like these", "corrected t", value - margin, value + margin, List.of());
        return new MetricEntry(name, higher, value, null, folds.size(), List.of(value), folds, interval);
    }

    private static JudgementEntry gate(String metric, double threshold, boolean atLeast) {
        return new JudgementEntry(
                "isGoodEnough",
                metric + " to be " + (atLeast ? "at least " : "at most ") + threshold,
                Outcome.MET,
                metric,
                0.95,
                threshold,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
    }

    private Confusion confusion(List<String> labels, double quality) {
        List<List<Double>> counts = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) {
            List<Double> counted = new ArrayList<>();
            double all = 20 + random.nextInt(300);
            for (int column = 0; column < labels.size(); column++) {
                boolean right = row == column;
                double share = right ? quality : (1 - quality) / labels.size() * random.nextDouble() * 2;
                counted.add(Math.round(all * share * 3) / 3.0);
            }
            counts.add(counted);
        }
        return new Confusion(labels, counts);
    }

    private List<LabelCurves> curves(List<String> labels, double quality) {
        return labels.stream()
                .map(label -> new LabelCurves(
                        label, roc(quality), precisionRecall(quality), quality + 0.01 * random.nextDouble(), quality))
                .toList();
    }

    private Curve roc(double quality) {
        return curve(x -> Math.pow(x, (1 - quality) * 1.5));
    }

    private Curve precisionRecall(double quality) {
        return curve(x -> 1 - Math.pow(x, quality * 12) * 0.6);
    }

    private Curve curve(java.util.function.DoubleUnaryOperator shape) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            x.add(i / 100.0);
            double value = clip(shape.applyAsDouble(i / 100.0) + 0.004 * random.nextGaussian());
            y.add(value);
            lower.add(clip(value - 0.03 - 0.01 * random.nextDouble()));
            upper.add(clip(value + 0.02 + 0.01 * random.nextDouble()));
        }
        return new Curve(x, y, lower, upper, "10 % to 90 % of folds");
    }

    private Reliability reliability(String of) {
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double probability = (i + random.nextDouble()) / 10;
            double frequency = clip(probability + random.nextGaussian() * 0.05);
            bins.add(new ReliabilityBin(
                    i / 10.0,
                    (i + 1) / 10.0,
                    10 + random.nextInt(200),
                    probability,
                    frequency,
                    clip(frequency - 0.08),
                    clip(frequency + 0.08)));
        }
        return new Reliability(of, 0.0312, bins);
    }

    private List<ScoreHistogram> scores(List<String> labels, double quality) {
        return labels.stream().map(label -> scores(label, quality)).toList();
    }

    private ScoreHistogram scores(String label, double quality) {
        List<Integer> have = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            have.add((int) (100 * Math.pow(i / 20.0, quality * 8)) + random.nextInt(3));
            others.add((int) (160 * Math.pow(1 - i / 20.0, quality * 8)) + random.nextInt(3));
        }
        return new ScoreHistogram(label, 0, 1, have, others);
    }

    /** Makes up a learning curve; the smallest size is undefined, as where a label is missing. */
    LearningCurve learning(String candidate, String metric, double value, int sizes) {
        List<LearningCurve.Point> points = new ArrayList<>();
        for (int i = 0; i < sizes; i++) {
            List<MetricValue> folds = new ArrayList<>();
            for (int fold = 0; fold < 5; fold++) {
                folds.add(
                        i == 0
                                ? MetricValue.undefined("no example is \"malignant\"")
                                : MetricValue.of(value * (1 - 0.3 / (i + 1)) + value * 0.02 * random.nextGaussian()));
            }
            MetricValue mean = i == 0
                    ? folds.get(0)
                    : MetricValue.of(folds.stream()
                            .mapToDouble(each -> each.asOptional().orElseThrow())
                            .average()
                            .orElseThrow());
            points.add(new LearningCurve.Point(51.2 * Math.pow(2, i), mean, folds));
        }
        return new LearningCurve(
                candidate, "tumours", "5-fold cross-validation", metric, Direction.HIGHER_IS_BETTER, points);
    }

    private static double clip(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
