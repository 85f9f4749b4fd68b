package dev.assay.evaluation;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.Outcomes;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.statistics.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Simulates test sets of models whose true value of a metric is known, and counts how often intervals cover it and gates at
 * exactly that value say "met".
 *
 * @param sets how many test sets there are of each cell
 * @param draws how many draws each interval has where it is drawn
 */
record CoverageSimulation(int sets, int draws) {

    static final int[] ROWS = {50, 200, 1000};
    static final double[] VALUES = {0.7, 0.8, 0.9, 0.95, 0.99};

    private static final double LEVEL = 0.95;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** A kind of model and test set. */
    enum Model {
        /** Right with the chance of the true value. */
        ACCURACY("accuracy"),
        /** 40 % of rows are positive, and there are as many false positives as false negatives. */
        F1("F1"),
        /** Three labels, equally frequent, that are all taken for each other. */
        MACRO_F1_OF_3("macro F1, 3 labels"),
        /** Ten labels, equally frequent, that are all taken for each other. */
        MACRO_F1_OF_10("macro F1, 10 labels"),
        /** Three labels, of 60, 30 and 10 % of rows, each of which is only taken for the next. */
        BALANCED_ACCURACY("balanced accuracy, 3 uneven labels"),
        /** Half of the rows are positive; scores are normal, those of positive rows higher. */
        ROC_AUC("ROC AUC"),
        /** Such scores. */
        AVERAGE_PRECISION("average precision"),
        /** Such scores. */
        KOLMOGOROV_SMIRNOV("Kolmogorov-Smirnov"),
        /** Normal errors whose mean absolute value is the true value. */
        MEAN_ABSOLUTE_ERROR("mean absolute error"),
        /** Exponential truth predicted with normal errors. */
        R2("R²");

        private final String words;

        Model(String words) {
            this.words = words;
        }

        private Metric metric() {
            return switch (this) {
                case ACCURACY -> ClassificationMetrics.ACCURACY;
                case F1 -> ClassificationMetrics.F1.ofLabel("b");
                case MACRO_F1_OF_3, MACRO_F1_OF_10 -> ClassificationMetrics.F1.macro();
                case BALANCED_ACCURACY -> ClassificationMetrics.BALANCED_ACCURACY;
                case ROC_AUC -> ClassificationMetrics.ROC_AUC.ofLabel("b");
                case AVERAGE_PRECISION -> ClassificationMetrics.AVERAGE_PRECISION.ofLabel("b");
                case KOLMOGOROV_SMIRNOV -> ClassificationMetrics.KOLMOGOROV_SMIRNOV.ofLabel("b");
                case MEAN_ABSOLUTE_ERROR -> RegressionMetrics.MEAN_ABSOLUTE_ERROR;
                case R2 -> RegressionMetrics.R2;
            };
        }

        private Outcomes testSet(SplittableRandom random, int rows, double value) {
            return switch (this) {
                case ACCURACY -> table(random, rows, 2, new double[] {.5, .5}, (t, p) -> t == p ? value : 1 - value);
                case F1 -> {
                    double missed = 1 - value;
                    double falsePositives = .4 * (1 - value) / .6;
                    yield table(random, rows, 2, new double[] {.6, .4}, (t, p) -> {
                        double wrong = t == 1 ? missed : falsePositives;
                        return t == p ? 1 - wrong : wrong;
                    });
                }
                case MACRO_F1_OF_3 -> even(random, rows, 3, value);
                case MACRO_F1_OF_10 -> even(random, rows, 10, value);
                case BALANCED_ACCURACY ->
                    table(random, rows, 3, new double[] {.6, .3, .1}, (t, p) -> {
                        double wrong = p == (t + 1) % 3 ? 1 - value : 0;
                        return t == p ? value : wrong;
                    });
                case ROC_AUC -> scores(random, rows, Math.sqrt(2) * NORMAL.inverseCumulativeProbability(value));
                case AVERAGE_PRECISION -> scores(random, rows, distanceOfAveragePrecision(value));
                case KOLMOGOROV_SMIRNOV ->
                    scores(random, rows, 2 * NORMAL.inverseCumulativeProbability((1 + value) / 2));
                case MEAN_ABSOLUTE_ERROR -> numbers(random, rows, 1, value * Math.sqrt(Math.PI / 2));
                case R2 -> numbers(random, rows, 1, Math.sqrt(1 - value));
            };
        }

        private static Outcomes even(SplittableRandom random, int rows, int labels, double value) {
            double[] shares = new double[labels];
            Arrays.fill(shares, 1.0 / labels);
            return table(random, rows, labels, shares, (t, p) -> t == p ? value : (1 - value) / (labels - 1));
        }
    }

    private interface Chance {
        double of(int truth, int predicted);
    }

    private static Labels labels(int count) {
        return Labels.of(
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j").subList(0, count));
    }

    private static Outcomes table(SplittableRandom random, int rows, int k, double[] shares, Chance chance) {
        Labels labels = labels(k);
        List<String> truth = new ArrayList<>();
        int[] predicted = new int[rows];
        for (int row = 0; row < rows; row++) {
            int t = pick(random.nextDouble(), k, label -> shares[label]);
            truth.add(labels.name(t));
            predicted[row] = pick(random.nextDouble(), k, label -> chance.of(t, label));
        }
        return Outcomes.of(Targets.labels(labels, truth), Predictions.labels(labels, predicted));
    }

    private static int pick(double u, int k, IntToDoubleFunction share) {
        double left = u;
        int label = 0;
        while (label < k - 1 && left >= share.applyAsDouble(label)) {
            left -= share.applyAsDouble(label);
            label++;
        }
        return label;
    }

    private static Outcomes scores(SplittableRandom random, int rows, double distance) {
        Labels labels = labels(2);
        List<String> truth = new ArrayList<>();
        double[] margins = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            boolean positive = random.nextBoolean();
            truth.add(labels.name(positive ? 1 : 0));
            margins[2 * row + 1] = random.nextGaussian() + (positive ? distance : 0);
        }
        return Outcomes.of(Targets.labels(labels, truth), Predictions.margins(labels, margins));
    }

    private static Outcomes numbers(SplittableRandom random, int rows, double scale, double error) {
        double[] truth = new double[rows];
        double[] predicted = new double[rows];
        for (int row = 0; row < rows; row++) {
            truth[row] = scale * random.nextExponential();
            predicted[row] = truth[row] + error * random.nextGaussian();
        }
        return Outcomes.of(Targets.numbers(truth), Predictions.numbers(predicted));
    }

    /** Finds the distance at which the mean precision over the recall, an integral over the positives' scores, is the value. */
    private static double distanceOfAveragePrecision(double value) {
        double low = 0;
        double high = 10;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (averagePrecision(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double averagePrecision(double distance) {
        int steps = 2000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double recall = (i + 0.5) / steps;
            double score = distance - NORMAL.inverseCumulativeProbability(recall);
            sum += recall / (recall + NORMAL.survivalProbability(score));
        }
        return sum / steps;
    }

    /**
     * What came out for one model, number of rows and true value.
     *
     * @param covered share of two-sided 95 % intervals that cover the true value
     * @param met share of gates at 95 % confidence, at the true value, that say "met"
     * @param none share of test sets without an interval
     */
    record Cell(Model model, int rows, double value, double covered, double met, double none) {

        /** Tells whether the cell has to keep to the nominal level. */
        boolean isRequired() {
            return rows >= 200
                    && value <= 0.95
                    && switch (model) {
                        case ACCURACY, F1, MACRO_F1_OF_3, MACRO_F1_OF_10, ROC_AUC -> true;
                        default -> false;
                    };
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.3f | %.3f |%s",
                    model.words,
                    rows,
                    value,
                    covered,
                    met,
                    none > 0 ? String.format(Locale.ROOT, " none in %.3f", none) : "");
        }
    }

    private enum Outcome {
        NONE,
        MISSED,
        COVERED,
        MISSED_AND_MET,
        COVERED_AND_MET
    }

    Cell simulate(Model model, int rows, double value) {
        List<Outcome> outcomes = IntStream.range(0, sets)
                .parallel()
                .mapToObj(set -> simulate(model, rows, value, set))
                .toList();
        return new Cell(
                model,
                rows,
                value,
                share(outcomes, Outcome.COVERED, Outcome.COVERED_AND_MET),
                share(outcomes, Outcome.MISSED_AND_MET, Outcome.COVERED_AND_MET),
                share(outcomes, Outcome.NONE));
    }

    private double share(List<Outcome> all, Outcome... wanted) {
        return (double) all.stream().filter(List.of(wanted)::contains).count() / sets;
    }

    private Outcome simulate(Model model, int rows, double value, int set) {
        SplittableRandom random = new SplittableRandom(
                31L * (31L * model.name().hashCode() + rows) + Math.round(100 * value) + 1_000_003L * set);
        Outcomes outcomes = model.testSet(random, rows, value);
        Uncertainty uncertainty = Uncertainty.ofTestSet(model.metric(), outcomes, set, draws, "", "");
        if (uncertainty.estimate().isEmpty()) {
            return Outcome.NONE;
        }
        Estimate estimate = uncertainty.estimate().get();
        boolean covered = estimate.interval(LEVEL).covers(value);
        boolean met = model.metric().direction() == Direction.HIGHER_IS_BETTER
                ? estimate.lowerBound(LEVEL) >= value
                : estimate.upperBound(LEVEL) <= value;
        return covered
                ? (met ? Outcome.COVERED_AND_MET : Outcome.COVERED)
                : (met ? Outcome.MISSED_AND_MET : Outcome.MISSED);
    }
}
