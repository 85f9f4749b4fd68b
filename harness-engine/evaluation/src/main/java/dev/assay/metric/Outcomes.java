package dev.assay.metric;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import dev.assay.numeric.Chunks;
import dev.assay.numeric.RadixSort;
import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Truth beside prediction, row by row, with optional weights and groups: what metrics are computed from.
 *
 * <p>Immutable; what several metrics need, such as the confusion matrix, is computed once.
 */
public final class Outcomes {

    /** From so many rows on, sorting is worth a thread of its own. */
    private static final int MANY_ROWS = 1 << 12;

    private static final double LEAST_WEIGHT = 1e-100;
    private static final double MOST_WEIGHT = 1e100;

    private final Targets truth;
    private final Predictions predictions;
    private final double @Nullable [] weights;
    private final @Nullable RowGroups groups;
    private final Map<Object, Object> computed = new ConcurrentHashMap<>();

    private Outcomes(Targets truth, Predictions predictions, double @Nullable [] weights, @Nullable RowGroups groups) {
        this.truth = truth;
        this.predictions = predictions;
        this.weights = weights;
        this.groups = groups;
    }

    /**
     * Puts truth beside predictions.
     *
     * @param truth the targets, at least one
     * @param predictions one prediction for each target: labels of labels over the same vocabulary, numbers of numbers, sets
     *     of labels of such sets over the same vocabulary, or clusters of labels
     * @return the outcomes, unweighted
     * @throws InvalidPredictionsException if sizes, kinds or labels differ
     */
    public static Outcomes of(Targets truth, Predictions predictions) {
        if (truth.size() == 0) {
            throw new InvalidDataException("there are no examples to judge predictions by");
        }
        if (truth.size() != predictions.size()) {
            throw new InvalidPredictionsException(
                    predictions.size() + " predictions for " + truth.size() + " examples");
        }
        requireSameKind(truth, predictions);
        return new Outcomes(truth, predictions, null, null);
    }

    /**
     * Puts predictions beside the truth of examples, with their groups and weights.
     *
     * @param rows the examples, at least one
     * @param predictions one prediction for each; labels may be over fewer labels than the data's, or in another order
     * @return the outcomes
     * @throws InvalidPredictionsException if sizes or kinds differ, or there is a label that the data don't know
     */
    public static Outcomes of(Dataset<?> rows, Predictions predictions) {
        Outcomes plain = of(rows.targets(), aligned(rows.targets(), predictions));
        Outcomes grouped = rows.groups().map(plain::withGroups).orElse(plain);
        return rows.weights().map(grouped::withWeights).orElse(grouped);
    }

    private static Predictions aligned(Targets truth, Predictions predictions) {
        if (predictions instanceof LabelPredictions predicted && truth instanceof LabelTargets labels) {
            return predicted.over(labels.labels());
        }
        return predictions instanceof LabelSetPredictions predicted && truth instanceof LabelSetTargets sets
                ? predicted.over(sets.labels())
                : predictions;
    }

    private static void requireSameKind(Targets truth, Predictions predictions) {
        if (truth instanceof LabelTargets labels && predictions instanceof LabelPredictions predicted) {
            requireSameLabels(labels.labels(), predicted.labels());
        } else if (truth instanceof LabelSetTargets sets && predictions instanceof LabelSetPredictions predicted) {
            requireSameLabels(sets.labels(), predicted.labels());
        } else if (!(truth instanceof NumberTargets && predictions instanceof NumberPredictions)
                && !(truth instanceof LabelTargets && predictions instanceof ClusterPredictions)) {
            throw new InvalidPredictionsException(
                    "the data have " + truth.kind() + ", but the model predicts " + predictions.kind());
        }
    }

    private static void requireSameLabels(Labels ofData, Labels ofPredictions) {
        if (!ofData.names().equals(ofPredictions.names())) {
            throw new InvalidPredictionsException(
                    "the predictions are over the labels " + ofPredictions + ", the data over " + ofData);
        }
    }

    /**
     * Weights the rows.
     *
     * @param rowWeights one finite, non-negative number for each row, at least one of them positive; copied. Their sum must
     *     lie between 1e-100 and 1e100, so that products of sums neither overflow nor vanish.
     * @return the same outcomes with these weights
     * @throws InvalidDataException if the weights are not so; the message names the row
     */
    public Outcomes withWeights(double... rowWeights) {
        if (rowWeights.length != size()) {
            throw new InvalidDataException(rowWeights.length + " weights for " + size() + " examples");
        }
        double sum = 0;
        for (int row = 0; row < rowWeights.length; row++) {
            if (!(rowWeights[row] >= 0) || Double.isInfinite(rowWeights[row])) {
                throw new InvalidDataException("row " + row + ": the weight is " + rowWeights[row]
                        + "; weights must be finite and not negative");
            }
            sum += rowWeights[row];
        }
        if (sum == 0) {
            throw new InvalidDataException("all weights are zero");
        }
        if (!(sum >= LEAST_WEIGHT && sum <= MOST_WEIGHT)) {
            throw new InvalidDataException("the weights sum to " + sum + "; scale them so that the sum lies between "
                    + LEAST_WEIGHT + " and " + MOST_WEIGHT);
        }
        return new Outcomes(truth, predictions, rowWeights.clone(), groups);
    }

    /**
     * Says which rows belong together, such as the documents of one query.
     *
     * @param rowGroups one group name for each row
     * @return the same outcomes with these groups
     * @throws InvalidDataException if there are not as many names as rows
     */
    public Outcomes withGroups(List<String> rowGroups) {
        if (rowGroups.size() != size()) {
            throw new InvalidDataException(rowGroups.size() + " groups for " + size() + " examples");
        }
        return new Outcomes(truth, predictions, weights, RowGroups.of(rowGroups));
    }

    /**
     * Returns the number of rows.
     *
     * @return at least 1
     */
    public int size() {
        return truth.size();
    }

    /**
     * Returns the truth.
     *
     * @return one target for each row
     */
    public Targets truth() {
        return truth;
    }

    /**
     * Returns the predictions.
     *
     * @return one prediction for each row
     */
    public Predictions predictions() {
        return predictions;
    }

    /**
     * Tells whether rows have weights.
     *
     * @return false if each counts as 1
     */
    public boolean isWeighted() {
        return weights != null;
    }

    /**
     * Returns the weight of a row.
     *
     * @param row from 0 to {@code size() - 1}
     * @return 1 if there are no weights
     */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /**
     * Counts the outcomes.
     *
     * @return the confusion matrix, computed once
     * @throws IllegalArgumentException if the targets or the predictions are not labels
     */
    public ConfusionMatrix confusion() {
        return once("confusion", ConfusionMatrix.class, () -> ConfusionMatrix.of(this));
    }

    /** Returns the ranking of rows by the scores of a label, computed once. */
    RankedLabel ranked(int label) {
        return once(label, RankedLabel.class, () -> RankedLabel.of(this, label));
    }

    /** Computes what several metrics need, unless that was done before. */
    <T> T once(Object key, Class<T> type, Supplier<T> computation) {
        Object known = computed.get(key);
        if (known == null) {
            // not within the map's own computation, which must not wait for other threads
            T value = computation.get();
            Object earlier = computed.putIfAbsent(key, value);
            known = earlier == null ? value : earlier;
        }
        return type.cast(known);
    }

    /** Computes the rankings by all labels, several at a time; each thread sorts in arrays of its own. */
    void rankAllLabels() {
        List<Integer> labels =
                IntStream.range(0, labelTruth().labels().size()).boxed().toList();
        if (computed.keySet().containsAll(labels)) {
            return;
        }
        RowRanking ranking = RareLabelRanking.suits(this) ? rareLabelRanking() : this::rank;
        IntSupplier next = labelsInTurn();
        onThreads(() -> {
            RadixSort sort = RadixSort.onOneThread();
            for (int label = next.getAsInt(); label >= 0; label = next.getAsInt()) {
                int taken = label;
                once(taken, RankedLabel.class, () -> ranking.rank(taken, sort));
            }
        });
    }

    private RankedLabel rank(int label, RadixSort sort) {
        return RankedLabel.of(this, label, SortedScores.of(this, label, sort));
    }

    private RowRanking rareLabelRanking() {
        int labels = labelTruth().labels().size();
        ScoreColumns columns = ScoreColumns.of(labelTruth(), labelPredictions());
        return (label, sort) ->
                RareLabelRanking.of(label, labels, columns, sort).orElseGet(() -> rank(label, sort));
    }

    /** Ranks rows by the scores of a label. */
    private interface RowRanking {
        RankedLabel rank(int label, RadixSort sort);
    }

    /** Does something for each label, for several at a time. */
    void forAllLabels(IntConsumer action) {
        IntSupplier next = labelsInTurn();
        onThreads(() -> {
            for (int label = next.getAsInt(); label >= 0; label = next.getAsInt()) {
                action.accept(label);
            }
        });
    }

    /** Gives each label once, to whichever thread asks, and then -1. */
    private IntSupplier labelsInTurn() {
        int labels = labelTruth().labels().size();
        AtomicInteger next = new AtomicInteger();
        return () -> {
            int label = next.getAndIncrement();
            return label < labels ? label : -1;
        };
    }

    private void onThreads(Runnable action) {
        if (size() < MANY_ROWS) {
            action.run();
        } else {
            Chunks.forEachThread(action);
        }
    }

    /**
     * Tells whether rows belong together.
     *
     * @return whether there are groups, so that rows are not independent of each other
     */
    public boolean isGrouped() {
        return groups != null;
    }

    /** Returns which rows belong together, if anybody said so. */
    Optional<RowGroups> groups() {
        return Optional.ofNullable(groups);
    }

    /**
     * Returns the truth of a classification.
     *
     * @return one label for each row
     * @throws IllegalArgumentException if the targets are not labels
     */
    public LabelTargets labelTruth() {
        if (truth instanceof LabelTargets known) {
            return known;
        }
        throw mismatch("labels", "the targets are " + truth.kind());
    }

    /**
     * Returns the predictions of a classification.
     *
     * @return one label for each row
     * @throws IllegalArgumentException if the predictions are not labels
     */
    public LabelPredictions labelPredictions() {
        if (predictions instanceof LabelPredictions known) {
            return known;
        }
        throw mismatch("labels", "the model predicts " + predictions.kind());
    }

    /**
     * Returns the truth of a regression or ranking.
     *
     * @return one number for each row
     * @throws IllegalArgumentException if the targets are not numbers
     */
    public NumberTargets numberTruth() {
        if (truth instanceof NumberTargets known) {
            return known;
        }
        throw mismatch("numbers", "the targets are " + truth.kind());
    }

    /**
     * Returns the predictions of a regression or ranking.
     *
     * @return one number for each row
     * @throws IllegalArgumentException if the predictions are not numbers
     */
    public NumberPredictions numberPredictions() {
        if (predictions instanceof NumberPredictions known) {
            return known;
        }
        throw mismatch("numbers", "the model predicts " + predictions.kind());
    }

    /**
     * Returns the truth of a multi-label classification.
     *
     * @return one set of labels for each row
     * @throws IllegalArgumentException if the targets are not sets of labels
     */
    public LabelSetTargets labelSetTruth() {
        if (truth instanceof LabelSetTargets known) {
            return known;
        }
        throw mismatch("sets of labels", "the targets are " + truth.kind());
    }

    /**
     * Returns the predictions of a multi-label classification.
     *
     * @return one set of labels for each row
     * @throws IllegalArgumentException if the predictions are not sets of labels
     */
    public LabelSetPredictions labelSetPredictions() {
        if (predictions instanceof LabelSetPredictions known) {
            return known;
        }
        throw mismatch("sets of labels", "the model predicts " + predictions.kind());
    }

    /**
     * Returns the predictions of a clustering.
     *
     * @return one cluster for each row
     * @throws IllegalArgumentException if the predictions are not clusters
     */
    public ClusterPredictions clusterPredictions() {
        if (predictions instanceof ClusterPredictions known) {
            return known;
        }
        throw mismatch("clusters", "the model predicts " + predictions.kind());
    }

    private static IllegalArgumentException mismatch(String judged, String given) {
        return new IllegalArgumentException("this metric judges " + judged + ", but " + given);
    }
}
