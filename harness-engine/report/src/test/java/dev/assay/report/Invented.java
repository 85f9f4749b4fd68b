package dev.assay.report;

import dev.assay.result.ClassResult;
import dev.assay.result.ClassResults;
import dev.assay.result.PlotData;
import dev.assay.result.PlotData.Curve;
import dev.assay.result.PlotData.LabelCurves;
import dev.assay.result.Result;
import dev.assay.result.Result.BoundEntry;
import dev.assay.result.Result.IntervalEntry;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.MetricEntry;
import dev.assay.result.Result.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Makes up results of any size, always the same ones, with names that need care. */
final class Invented {

    static final String HOSTILE = "</script><script>alert(1)</script> & \"quotes\" 'too'";
    static final String CJK = "\u5de6\u4e73\u8150\u6f70\u6027\u80bf\u7624\u8bca\u65ad\u6a21\u578b";
    static final String RTL = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd";
    static final String LONG =
            "gradient-boosted-trees-with-two-thousand-rounds-and-early-stopping-on-the-validation-part";

    private static final int BINS = 20;
    private static final int WORST = 10;

    private final List<String> candidates;
    private final List<String> labels;
    private final int repeats;
    private final int folds;

    private Invented(List<String> candidates, List<String> labels, int repeats, int folds) {
        this.candidates = candidates;
        this.labels = labels;
        this.repeats = repeats;
        this.folds = folds;
    }

    /** Five candidates, thirty folds, ten labels. */
    static ClassResults large() {
        return new Invented(
                        List.of(
                                "logistic regression",
                                "random forest",
                                "gradient boosting",
                                "naive Bayes",
                                "majority class"),
                        List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
                        3,
                        10)
                .results("org.clinic.DigitsModelTest", "DigitsModelTest");
    }

    /** As many, with names that need care. */
    static ClassResults awkward() {
        return new Invented(
                        List.of("logistic regression", LONG, CJK, HOSTILE, "majority class"),
                        List.of("zero", "one", "two", "three", HOSTILE, CJK, RTL, LONG, "eight", "nine"),
                        3,
                        10)
                .results("org.clinic.AwkwardModelTest", "AwkwardModelTest");
    }

    /** Two labels, two candidates. */
    static ClassResults small() {
        return new Invented(List.of("logistic regression", "majority class"), List.of("benign", "malignant"), 1, 10)
                .results("org.clinic.TumourModelTest", "TumourModelTest");
    }

    /** Leaves only those judgements that are met. */
    static Result metOnly(Result result) {
        return new Result(
                result.schema(),
                result.testClass(),
                result.candidate(),
                result.data(),
                result.resampling(),
                result.versions(),
                result.metrics(),
                result.confusion(),
                result.plots(),
                result.judgements().stream()
                        .filter(entry -> entry.outcome() == Outcome.MET)
                        .toList(),
                result.remarks(),
                result.findings(),
                result.folds());
    }

    private ClassResults results(String testClass, String name) {
        List<Result> results = IntStream.range(0, candidates.size())
                .mapToObj(i -> result(testClass, i))
                .toList();
        List<ClassResult.DifferenceEntry> differences = IntStream.range(1, candidates.size())
                .mapToObj(i -> new ClassResult.DifferenceEntry(
                        candidates.get(i), 0.02 * i, 0.02 * i - 0.015, 0.02 * i + 0.015, 0.2 / (i * i)))
                .toList();
        List<JudgementEntry> judgements =
                results.stream().flatMap(result -> result.judgements().stream()).toList();
        return new ClassResults(
                new ClassResult(
                        ClassResult.SCHEMA,
                        testClass,
                        name,
                        candidates,
                        List.of(new ClassResult.Failure(
                                "nearest neighbours", "repeat 1, fold 2: column \"age\" is missing in 3 rows")),
                        new ClassResult.Differences(
                                results.get(0).metrics().get(0).name(),
                                true,
                                candidates.get(0),
                                "corrected resampled t-test",
                                differences),
                        ClassResult.ErrorBudget.of(judgements),
                        List.of("the gate \"F1 to be at least 0.99\" can hardly be met by 569 examples")),
                results);
    }

    private Result result(String testClass, int index) {
        Random random = new Random(index);
        double quality = 0.95 - 0.04 * index;
        String candidate = candidates.get(index);
        List<MetricEntry> metrics = metrics(random, quality);
        return new Result(
                Result.SCHEMA,
                testClass,
                candidate,
                new Result.Data(
                        "tumours",
                        569,
                        "sha256:4f6a1cf2b1d3c8e7a90b5d2f6e8c7a1b3d5f7a9c1e3b5d7f9a1c3e5b7d9f1a3c",
                        Result.Task.CLASSIFICATION,
                        labels,
                        labels.size() == 2 ? labels.get(1) : null),
                new Result.Resampling(
                        folds + "-fold stratified cross-validation" + (repeats > 1 ? " x " + repeats : ""),
                        42L,
                        repeats,
                        true),
                Map.of("assay", "0.1.0"),
                metrics,
                confusion(random, quality),
                plots(random, quality),
                judgements(candidate, index, metrics.get(0)),
                List.of(FINDING, "5 examples have no group", candidate + " warned about its convergence"),
                findings(),
                folds());
    }

    private static final String FINDING = "2 of 569 examples are tested by models that learnt from copies of them:"
            + " example 17 equals example 301, example 44 equals example 45; group copies or remove them";

    private static List<Result.FindingEntry> findings() {
        return List.of(
                new Result.FindingEntry(
                        Result.FindingKind.DUPLICATES,
                        Result.Severity.LEAK,
                        FINDING,
                        2,
                        List.of("17", "44"),
                        List.of(),
                        List.of("repeat 1, fold 3")),
                new Result.FindingEntry(
                        Result.FindingKind.ID_COLUMN,
                        Result.Severity.HINT,
                        "the column \"patient\" looks like an id: it differs in every example",
                        1,
                        List.of(),
                        List.of("patient"),
                        List.of()),
                new Result.FindingEntry(
                        Result.FindingKind.NOT_CHECKED,
                        Result.Severity.HINT,
                        "copies can't be looked for among 569 inputs of class Image, whose content Assay can't read",
                        569,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private List<Result.FoldEntry> folds() {
        return IntStream.range(0, repeats * folds)
                .mapToObj(i -> new Result.FoldEntry(
                        i / folds,
                        i % folds,
                        512 + i % 2,
                        57 - i % 2,
                        new Result.Chosen(i % 3 == 0 ? "C=10" : "C=1", "F1", 0.95),
                        null))
                .toList();
    }

    private List<MetricEntry> metrics(Random random, double quality) {
        List<MetricEntry> metrics = new ArrayList<>();
        String of = labels.size() == 2 ? " of \"" + labels.get(1) + "\"" : "";
        String macro = labels.size() == 2 ? "" : "macro ";
        metrics.add(metric(random, macro + "F1" + of, true, quality));
        metrics.add(metric(random, macro + "precision" + of, true, quality + 0.01));
        metrics.add(metric(random, macro + "recall" + of, true, quality - 0.01));
        metrics.add(metric(random, "accuracy", true, quality + 0.015));
        metrics.add(metric(random, "Matthews correlation", true, quality - 0.06));
        metrics.add(metric(random, macro + "ROC AUC" + of, true, quality + 0.03));
        metrics.add(metric(random, "log loss", false, 1 - quality));
        metrics.add(new MetricEntry(
                "recall at precision 0.99",
                true,
                null,
                "no threshold reaches a precision of 0.99",
                0,
                nulls(repeats),
                nulls(repeats * folds),
                unknown("the metric is undefined")));
        metrics.add(new MetricEntry(
                "expected calibration error",
                false,
                0.031,
                null,
                repeats * folds,
                around(random, 0.031, repeats),
                around(random, 0.031, repeats * folds),
                unknown("expected calibration error is biased by the number of bins")));
        if (labels.size() > 2) {
            labels.forEach(label -> metrics.add(metric(random, "F1 of \"" + label + "\"", true, quality - 0.02)));
        }
        return metrics;
    }

    private static List<Double> nulls(int size) {
        return Collections.nCopies(size, null);
    }

    private static IntervalEntry unknown(String reason) {
        return new IntervalEntry(reason, null, null, null, null, List.of());
    }

    private MetricEntry metric(Random random, String name, boolean higherIsBetter, double value) {
        return new MetricEntry(
                name,
                higherIsBetter,
                value + 0.00013,
                null,
                repeats * folds,
                around(random, value, repeats),
                around(random, value, repeats * folds),
                new IntervalEntry(
                        null,
                        "the training procedure",
                        "corrected resampled t on " + repeats * folds + " folds",
                        value - 0.02,
                        value + 0.018,
                        List.of(new BoundEntry(0.95, value - 0.017, value + 0.015))));
    }

    private static List<Double> around(Random random, double value, int size) {
        return random.doubles(size)
                .map(each -> Math.min(1, value + (each - 0.5) / 10))
                .boxed()
                .toList();
    }

    private Result.Confusion confusion(Random random, double quality) {
        int k = labels.size();
        return new Result.Confusion(
                labels,
                IntStream.range(0, k)
                        .mapToObj(truth -> IntStream.range(0, k)
                                .mapToObj(predicted -> truth == predicted
                                        ? Math.rint(500 * quality / k)
                                        : Math.rint(3 * random.nextDouble() * 500 * (1 - quality) / k / k) / 3)
                                .toList())
                        .toList());
    }

    private PlotData plots(Random random, double quality) {
        List<LabelCurves> curves = new ArrayList<>();
        List<PlotData.ScoreHistogram> scores = new ArrayList<>();
        List<String> drawn = labels.size() == 2 ? labels.subList(1, 2) : labels;
        for (String label : drawn) {
            curves.add(new LabelCurves(
                    label,
                    curve(x -> Math.pow(x, 1 - quality)),
                    curve(x -> 1 - Math.pow(x, 1 / (1 - quality))),
                    quality + 0.02,
                    quality - 0.01));
            scores.add(new PlotData.ScoreHistogram(label, 0, 1, counts(random, 1), counts(random, 0)));
        }
        List<PlotData.ReliabilityBin> bins = IntStream.range(0, 10)
                .mapToObj(i -> new PlotData.ReliabilityBin(
                        i / 10.0,
                        (i + 1) / 10.0,
                        20 + 10 * Math.abs(5 - i),
                        i / 10.0 + 0.05,
                        Math.min(1, Math.max(0, i / 10.0 + random.nextDouble() / 10)),
                        Math.max(0, i / 10.0 - 0.08),
                        Math.min(1, i / 10.0 + 0.19)))
                .toList();
        return new PlotData(
                curves,
                new PlotData.Reliability("the predicted label", 0.031, bins),
                scores,
                null,
                slices(random, quality),
                worst());
    }

    private static Curve curve(DoubleUnaryOperator y) {
        List<Double> x = IntStream.rangeClosed(0, 100).mapToObj(i -> i / 100.0).toList();
        List<Double> mean =
                x.stream().map(each -> rounded(y.applyAsDouble(each))).toList();
        return new Curve(
                x,
                mean,
                mean.stream().map(each -> rounded(Math.max(0, each - 0.05))).toList(),
                mean.stream().map(each -> rounded(Math.min(1, each + 0.03))).toList(),
                "10 % to 90 % of folds");
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    private static List<Integer> counts(Random random, double at) {
        return IntStream.range(0, BINS)
                .mapToObj(i -> (int)
                        (100 * Math.exp(-Math.abs(at - (i + 0.5) / BINS) * 6) * (0.7 + 0.3 * random.nextDouble())))
                .toList();
    }

    private static List<PlotData.SliceEntry> slices(Random random, double quality) {
        List<PlotData.SliceEntry> slices = new ArrayList<>();
        for (String slice : List.of("Basel", "Z\u00fcrich", RTL, CJK, LONG)) {
            slices.add(slice("hospital", slice, 120, quality - random.nextDouble() / 10));
        }
        slices.add(slice("sex", "female", 301, quality + 0.01));
        slices.add(slice("sex", "male", 268, quality - 0.02));
        slices.add(new PlotData.SliceEntry("sex", "unknown", 0, "F1", null, null, null));
        return slices;
    }

    private static PlotData.SliceEntry slice(String by, String slice, int examples, double value) {
        return new PlotData.SliceEntry(by, slice, examples, "F1", value, value - 0.05, value + 0.04);
    }

    private List<PlotData.WorstPrediction> worst() {
        return IntStream.range(0, WORST)
                .mapToObj(i -> new PlotData.WorstPrediction(
                        i == 3 ? HOSTILE : "example-" + (17 * i + 3),
                        labels.get(i % labels.size()),
                        labels.get((i + 1) % labels.size()),
                        0.9991 - i / 100.0,
                        0.0004 + i / 200.0,
                        "repeat 1, fold " + (i + 1)))
                .toList();
    }

    private List<JudgementEntry> judgements(String candidate, int index, MetricEntry headline) {
        List<JudgementEntry> judgements = new ArrayList<>();
        double value = headline.value();
        judgements.add(new JudgementEntry(
                "isGoodEnough",
                headline.name() + " to be at least 0.8",
                value >= 0.8 ? Outcome.MET : Outcome.NOT_MET,
                headline.name(),
                value,
                0.8,
                null,
                "it was " + Figures.value(value),
                null,
                null,
                null,
                0.01 + index / 20.0,
                false,
                value >= 0.8 ? null : message(candidate, headline.name(), "0.8000", value),
                null));
        judgements.add(new JudgementEntry(
                "isSurelyGood",
                headline.name() + " to be at least 0.92, at 95 % confidence",
                index == 0 ? Outcome.MET : index == 1 ? Outcome.INCONCLUSIVE : Outcome.NOT_MET,
                headline.name(),
                value,
                0.92,
                0.95,
                "95 % lower bound " + Figures.value(value - 0.017) + ", of the training procedure, by corrected"
                        + " resampled t on 30 folds",
                value - 0.017,
                index == 0 ? 0.00001 : 0.04 * index,
                0.05,
                index == 0 ? 0.12 : 0.88,
                index == 1,
                index == 0 ? null : message(candidate, headline.name(), "0.9200", value),
                index == 0
                        ? "the best of 5 candidates: its value is optimistic by about 0.0031, since the folds that judge"
                                + " it chose it"
                        : null));
        judgements.add(new JudgementEntry(
                "hasAPlausibleLogLoss",
                "log loss to be a number that satisfies AssertJ",
                Outcome.CUSTOM,
                "log loss",
                0.05,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null));
        return judgements;
    }

    private String message(String candidate, String metric, String threshold, double value) {
        return String.join(
                "\n",
                "[" + candidate + " on tumours: 10-fold stratified cross-validation x 3, seed 42]",
                "Expecting " + metric + " to be at least " + threshold,
                "              but it was " + Figures.value(value) + "   (fresh data of this size would reach "
                        + threshold + " in 39% of runs)",
                "  folds: worst 0.84 (repeat 2, fold 7), median 0.95, best 1.00",
                "  confusion (mean of 3 repeats, rows are the truth)",
                "                       benign  malignant",
                "            benign      348.0        9.0",
                "            malignant    14.0      198.0",
                "  note: 5 examples have no group",
                "  evidence: target/assay/org.clinic.TumourModelTest/logistic%20regression.json");
    }
}
