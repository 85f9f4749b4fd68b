package dev.assay.metric;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How the scores of one label against the rest are judged. */
interface LabelScore {

    /** Returns the name, without the label. */
    String name();

    Direction direction();

    Range range();

    FoldCombination combination();

    /** Tells whether scores have to be probabilities. */
    boolean needsProbabilities();

    /** Computes what all labels need, before several are judged at the same time. */
    void prepare(Outcomes outcomes);

    MetricValue value(Outcomes outcomes, int label);

    /** Tells how the value of unweighted outcomes varies, if that is known. */
    default Optional<Sampling> sampling(Outcomes outcomes, int label) {
        return Optional.empty();
    }

    /** Tells how the value depends on which rows there are. */
    Optional<Redrawing> redrawing(Outcomes outcomes, int label);

    /** A number of the rows in the order of their scores. Scores of different models can't be ranked together. */
    record OfRanking(
            String name,
            Direction direction,
            Range range,
            ToDoubleFunction<RankedLabel> function,
            Function<RankedLabel, Optional<Sampling>> samplingFunction)
            implements LabelScore {

        OfRanking(String name, Direction direction, Range range, ToDoubleFunction<RankedLabel> function) {
            this(name, direction, range, function, ranked -> Optional.empty());
        }

        /** Makes a number from 0 to 1 of which more is better. */
        static OfRanking of(String name, ToDoubleFunction<RankedLabel> function) {
            return new OfRanking(name, Direction.HIGHER_IS_BETTER, Range.UNIT, function);
        }

        /** Tells how the number varies, where there are rows of the label and others. */
        OfRanking withSampling(Function<RankedLabel, Sampling> newSampling) {
            return new OfRanking(name, direction, range, function, ranked -> Optional.of(newSampling.apply(ranked)));
        }

        @Override
        public Optional<Sampling> sampling(Outcomes outcomes, int label) {
            RankedLabel ranked = outcomes.ranked(label);
            return ranked.hasBothSides() ? samplingFunction.apply(ranked) : Optional.empty();
        }

        @Override
        public Optional<Redrawing> redrawing(Outcomes outcomes, int label) {
            return Optional.of(RedrawnRanking.of(outcomes, label, function));
        }

        @Override
        public FoldCombination combination() {
            return FoldCombination.AVERAGED;
        }

        @Override
        public boolean needsProbabilities() {
            return false;
        }

        @Override
        public void prepare(Outcomes outcomes) {
            outcomes.rankAllLabels();
        }

        @Override
        public MetricValue value(Outcomes outcomes, int label) {
            RankedLabel ranked = outcomes.ranked(label);
            if (ranked.hasBothSides()) {
                double value = function.applyAsDouble(ranked);
                return Double.isFinite(value) ? MetricValue.of(value) : MetricValue.undefined("the costs overflow");
            }
            String name = outcomes.labelTruth().labels().name(label);
            return MetricValue.undefined(
                    ranked.positives() > 0 ? "every example is \"" + name + "\"" : "no example is \"" + name + "\"");
        }
    }

    /** The mean squared difference between a label's probability and 1 where it is the truth, 0 elsewhere (Brier 1950). */
    record Brier() implements LabelScore {

        @Override
        public String name() {
            return "Brier score";
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public Range range() {
            return Range.UNIT;
        }

        @Override
        public FoldCombination combination() {
            return FoldCombination.POOLED;
        }

        @Override
        public boolean needsProbabilities() {
            return true;
        }

        @Override
        public void prepare(Outcomes outcomes) {
            BrierTotals.of(outcomes);
        }

        @Override
        public MetricValue value(Outcomes outcomes, int label) {
            return MetricValue.of(BrierTotals.of(outcomes).ofLabel(label));
        }

        @Override
        public Optional<Redrawing> redrawing(Outcomes outcomes, int label) {
            double[] squares = ProbabilityLosses.squares(outcomes, label);
            return Optional.of(RedrawnMean.ofRows(outcomes, squares, range(), DoubleUnaryOperator.identity()));
        }
    }
}
