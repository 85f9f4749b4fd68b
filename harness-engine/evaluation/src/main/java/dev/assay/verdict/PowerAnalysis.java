package dev.assay.verdict;

import dev.assay.data.Dataset;
import dev.assay.evaluation.TestPlan;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.statistics.Estimate;
import dev.assay.statistics.FoldsEstimate;
import dev.assay.statistics.Prospect;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Finds the power of a gate on data that nothing was trained on yet. */
final class PowerAnalysis {

    /** More rows would tell nothing that the size doesn't, and take long. */
    private static final int MOST_ROWS = 20_000;

    private static final int DRAWS = 2_000;
    private static final int HALVINGS = 30;
    private static final double MOST_GROWTH = 1e6;
    private static final double STEP = 1.005;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.CEILING);

    /** The level at which a normal value's bound is a standard deviation away. */
    private static final double ONE_DEVIATION = 0.8413447460685429;

    private final Metric metric;
    private final Side side;
    private final double threshold;
    private final double level;
    private final double expected;
    private final TestPlan plan;
    private final int size;
    private final Dataset<?> rows;

    PowerAnalysis(Metric metric, Demand demand, double expected, TestPlan plan) {
        this.metric = metric.resolve(plan.tested().targets());
        this.side = demand.side();
        this.threshold = demand.threshold();
        this.level = demand.confidence().orElseThrow();
        this.expected = expected;
        this.plan = plan;
        this.size = plan.tested().size();
        this.rows = thinned(plan.tested());
    }

    private static Dataset<?> thinned(Dataset<?> rows) {
        return rows.size() <= MOST_ROWS
                ? rows
                : rows.select(IntStream.range(0, MOST_ROWS)
                        .map(i -> (int) ((long) i * rows.size() / MOST_ROWS))
                        .toArray());
    }

    GatePower power() {
        if (!metric.range().contains(expected)) {
            return unknown("an expected value of " + Numbers.threshold(expected) + " is outside of its range, "
                    + metric.range());
        }
        if (!side.isMetBy(expected, threshold) || expected == threshold) {
            return unknown("a model with " + Numbers.threshold(expected)
                    + ", as is expected, doesn't deserve to pass: no number of examples would settle it");
        }
        String reason = "it is not known of such targets what a model would predict";
        for (HypotheticalModel model : HypotheticalModel.of(rows)) {
            MetricValue perfect = value(model, 0);
            if (!(perfect instanceof MetricValue.Defined best)) {
                reason = ((MetricValue.Undefined) perfect).reason();
                continue;
            }
            Optional<Outcomes> outcomes = outcomes(model, best.value());
            if (outcomes.isEmpty()) {
                return unknown("a model with " + Numbers.threshold(expected) + " would be no better than guessing");
            }
            Uncertainty uncertainty = Uncertainty.ofTestSet(
                    metric, outcomes.get(), HypotheticalModel.SEED, DRAWS, "", "no interval is known for it");
            return uncertainty.estimate().map(this::power).orElseGet(() -> unknown(uncertainty.reason()));
        }
        return unknown(reason);
    }

    private GatePower unknown(String reason) {
        return GatePower.unknown(
                metric.name() + ": whether the data can decide this gate can't be told before training: " + reason);
    }

    private MetricValue value(HypotheticalModel model, double noise) {
        return metric.value(Outcomes.of(rows, model.predict(noise)));
    }

    /** Finds how much noise brings the metric to the expected value, by bisection. */
    private Optional<Outcomes> outcomes(HypotheticalModel model, double best) {
        if (isAsGood(expected, best)) {
            return Optional.of(Outcomes.of(rows, model.predict(0)));
        }
        if (!(value(model, 1) instanceof MetricValue.Defined worst) || !isAsGood(expected, worst.value())) {
            return Optional.empty();
        }
        double less = 0;
        double more = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (less + more) / 2;
            boolean good =
                    value(model, middle) instanceof MetricValue.Defined found && isAsGood(found.value(), expected);
            less = good ? middle : less;
            more = good ? more : middle;
        }
        return Optional.of(Outcomes.of(rows, model.predict(less)));
    }

    private boolean isAsGood(double value, double other) {
        return metric.direction() == Direction.HIGHER_IS_BETTER ? value >= other : value <= other;
    }

    private GatePower power(Estimate ofRows) {
        double thinning = (double) size / rows.size();
        Estimate estimate = plan.folds() > 1 ? ofFolds(ofRows, thinning) : ofRows;
        double own = plan.folds() > 1 ? 1 : thinning;
        DoubleUnaryOperator power = growth -> chance(estimate, growth * own);
        double here = power.applyAsDouble(1);
        OptionalLong enough = here >= GatePower.SUFFICIENT ? OptionalLong.empty() : enough(power);
        String sentence = metric.name() + ": " + count(size) + " examples settle " + Numbers.threshold(expected)
                + " against " + Numbers.threshold(threshold) + " at " + Numbers.level(level) + " confidence with "
                + Numbers.percent(shown(here)) + " power"
                + (enough.isPresent()
                        ? "; about " + count(enough.getAsLong()) + " would with "
                                + Numbers.percent(GatePower.SUFFICIENT)
                        : (here < GatePower.SUFFICIENT ? "; no number would with more" : ""));
        return new GatePower(OptionalDouble.of(here), enough, sentence);
    }

    /** Rounds what isn't sufficient down to less, so that it never looks as if it were. */
    private static double shown(double power) {
        return power < GatePower.SUFFICIENT ? Math.min(power, GatePower.SUFFICIENT - 0.01) : power;
    }

    private double chance(Estimate estimate, double growth) {
        Prospect prospect = new Prospect(expected, growth);
        return side == Side.AT_LEAST
                ? estimate.chanceOfLowerBound(threshold, level, prospect)
                : estimate.chanceOfUpperBound(threshold, level, prospect);
    }

    /** Takes the variance of a fold's value for that of so many rows. */
    private Estimate ofFolds(Estimate ofRows, double thinning) {
        double deviation = (ofRows.upperBound(ONE_DEVIATION) - ofRows.lowerBound(ONE_DEVIATION)) / 2;
        double ofFold = deviation * Math.sqrt(plan.foldsOfRepeat() / thinning);
        double standardError = ofFold * Math.sqrt(1.0 / plan.folds() + plan.testToTrain());
        return new FoldsEstimate(
                expected,
                standardError,
                plan.folds() - 1.0,
                metric.range().minimum(),
                metric.range().maximum());
    }

    /** Takes the first size that will do, in small steps, since the power of counts rises in the teeth of a saw. */
    private OptionalLong enough(DoubleUnaryOperator power) {
        double most = 2;
        while (power.applyAsDouble(most) < GatePower.SUFFICIENT) {
            most *= 2;
            if (most > MOST_GROWTH) {
                return OptionalLong.empty();
            }
        }
        double growth = most / 2;
        while (power.applyAsDouble(growth) < GatePower.SUFFICIENT) {
            growth = Math.min(most, growth * STEP);
        }
        return OptionalLong.of(
                BigDecimal.valueOf(Math.ceil(growth * size)).round(THREE_DIGITS).longValue());
    }

    private static String count(long examples) {
        return String.format(Locale.ROOT, "%,d", examples);
    }
}
