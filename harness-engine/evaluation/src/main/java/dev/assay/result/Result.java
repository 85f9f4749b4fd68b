package dev.assay.result;

import dev.assay.evaluation.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of one candidate of one test class, as it is on disk. {@code null} stands for what is undefined or not there.
 *
 * @param schema the form of the file, {@value #SCHEMA}
 * @param testClass the class whose checks judged
 * @param candidate the candidate's name
 * @param data what it was evaluated on
 * @param resampling how the data were split
 * @param versions versions that the numbers depend on, by name
 * @param metrics the usual metrics, the headline first, then others that were asked for
 * @param confusion the confusion matrix, averaged over repeats; null unless labels are predicted
 * @param plots what plots and tables are drawn from
 * @param judgements every criterion that was judged, met or not
 * @param remarks what a reader should know, the sentences of findings first
 * @param findings leaks that were found, and what might be leaks
 * @param folds the folds, repeat by repeat
 */
public record Result(
        String schema,
        String testClass,
        String candidate,
        Data data,
        Resampling resampling,
        Map<String, String> versions,
        List<MetricEntry> metrics,
        @Nullable Confusion confusion,
        PlotData plots,
        List<JudgementEntry> judgements,
        List<String> remarks,
        List<FindingEntry> findings,
        List<FoldEntry> folds) {

    /** The form of the file that this version writes. */
    public static final String SCHEMA = "assay-result/1";

    /**
     * Looks a metric up.
     *
     * @param name its name
     * @return its entry; empty if the result has none of that name
     */
    public Optional<MetricEntry> metric(String name) {
        return metrics.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** What a candidate predicts. */
    public enum Task {
        /** Labels. */
        CLASSIFICATION,
        /** Numbers. */
        REGRESSION,
        /** Sets of labels. */
        MULTI_LABEL,
        /** Clusters, judged by labels. */
        CLUSTERING
    }

    /**
     * The data.
     *
     * @param name the data set's name
     * @param examples how many there are
     * @param fingerprint identifies the content; null if that can't be told
     * @param task what is predicted
     * @param labels the vocabulary in order; null for numbers
     * @param positive the positive label, if declared
     */
    public record Data(
            String name,
            int examples,
            @Nullable String fingerprint,
            Task task,
            @Nullable List<String> labels,
            @Nullable String positive) {}

    /**
     * How the data were split.
     *
     * @param description such as "10-fold stratified cross-validation x 3"
     * @param seed the seed; null if nothing was random
     * @param repeats how many repeats there are
     * @param ofProcedure whether several models were trained, and not one fitted model tested
     * @param digest identifies the rows of every fold; null if that isn't known
     */
    public record Resampling(
            String description,
            @Nullable Long seed,
            int repeats,
            boolean ofProcedure,
            @Nullable String digest) {

        /** Leaves the digest out. */
        public Resampling(String description, @Nullable Long seed, int repeats, boolean ofProcedure) {
            this(description, seed, repeats, ofProcedure, null);
        }
    }

    /**
     * A metric.
     *
     * @param name such as {@code F1 of "malignant"}
     * @param higherIsBetter which direction is better
     * @param value the combined value; null if undefined
     * @param undefined why it is undefined; null if it isn't
     * @param foldsUsed how many folds the value rests on
     * @param repeats the value of each repeat
     * @param folds the value of each fold
     * @param interval what is known of its uncertainty
     */
    public record MetricEntry(
            String name,
            boolean higherIsBetter,
            @Nullable Double value,
            @Nullable String undefined,
            int foldsUsed,
            List<@Nullable Double> repeats,
            List<@Nullable Double> folds,
            IntervalEntry interval) {}

    /**
     * What is known of a metric's uncertainty.
     *
     * @param unknown why nothing is known; null if something is
     * @param question whose value it is of, such as "this fitted model"; null if nothing is known
     * @param method the method as a phrase; null if nothing is known
     * @param lower the lower end of the two-sided 95 % interval; null if it has no end, or if nothing is known
     * @param upper its upper end; null likewise
     * @param bounds one-sided bounds, by which gates decide, at levels in ascending order; none if nothing is known
     */
    public record IntervalEntry(
            @Nullable String unknown,
            @Nullable String question,
            @Nullable String method,
            @Nullable Double lower,
            @Nullable Double upper,
            List<BoundEntry> bounds) {}

    /**
     * One-sided bounds at a confidence level.
     *
     * @param level the level, above 0.5 and below 1
     * @param lower the lower bound; null if it has no end
     * @param upper the upper bound; null if it has no end
     */
    public record BoundEntry(
            double level, @Nullable Double lower, @Nullable Double upper) {}

    /**
     * A confusion matrix.
     *
     * @param labels the labels of rows and columns
     * @param counts one row for each true label, one number for each predicted one
     */
    public record Confusion(List<String> labels, List<List<Double>> counts) {}

    /** How judging ended. */
    public enum Outcome {
        /** The demand is met. */
        MET,
        /** The demand is not met. */
        NOT_MET,
        /** The evidence doesn't decide. */
        INCONCLUSIVE,
        /** The value was handed to other assertions, whose outcome isn't known. */
        CUSTOM;

        /**
         * Says it to readers.
         *
         * @return the name in lower case, of separate words
         */
        public String words() {
            return Judgement.Outcome.valueOf(name()).words();
        }
    }

    /**
     * A criterion that was judged.
     *
     * @param check the check that demanded it
     * @param criterion the demand
     * @param outcome how it ended
     * @param metric the metric's name
     * @param value the value found; null if undefined
     * @param threshold the value demanded; null if none
     * @param confidence the confidence demanded; null if none
     * @param finding what decided, also where the demand is met; null if nobody said
     * @param bound the one-sided bound that decided; null if none did
     * @param pValue the one-sided p-value that decided, adjusted for others in its family; null if none did
     * @param falsePass an upper bound of the chance that the gate passes a model that is below its threshold; null where nothing
     *     bounds it, as without confidence
     * @param redAgain the chance, by plug-in, that a model as good as measured doesn't pass the gate on fresh data of the same
     *     size; null if it isn't known
     * @param tolerated whether tests passed over it although it is inconclusive
     * @param message what readers were told; null if met
     * @param remark what readers should know though it is met, such as that the best of many is optimistic; null if nothing
     */
    public record JudgementEntry(
            String check,
            String criterion,
            Outcome outcome,
            String metric,
            @Nullable Double value,
            @Nullable Double threshold,
            @Nullable Double confidence,
            @Nullable String finding,
            @Nullable Double bound,
            @Nullable Double pValue,
            @Nullable Double falsePass,
            @Nullable Double redAgain,
            boolean tolerated,
            @Nullable String message,
            @Nullable String remark) {}

    /** How sure it is that a finding is a leak. */
    public enum Severity {
        /** A leak, unless somebody knows better. */
        LEAK,
        /** Perhaps a leak. */
        HINT
    }

    /** What was found. */
    public enum FindingKind {
        /** Examples are tested by models that learnt from copies of them; counts tested examples. */
        DUPLICATES,
        /** Groups are on both sides of a split; counts groups. */
        GROUP_ON_BOTH_SIDES,
        /** Splits train on what is later than their test part's begin; counts splits. */
        TIME_BACKWARDS,
        /** Columns of the inputs tell the target of every example; counts columns. */
        TARGET_AMONG_INPUTS,
        /** Columns of the inputs look like ids; counts columns. */
        ID_COLUMN,
        /** Something can't be looked for; counts the examples that this is about. */
        NOT_CHECKED
    }

    /**
     * A leak, or what might be one.
     *
     * @param kind what was found
     * @param severity how sure it is that this is a leak
     * @param sentence what was found where, and what to do about it
     * @param count how many there are in all: examples, groups, splits or columns, as the kind says
     * @param rows the ids of the examples that the sentence names
     * @param columns the names of all columns concerned
     * @param splits the places of the splits that the sentence names, such as "repeat 1, fold 3"
     */
    public record FindingEntry(
            FindingKind kind,
            Severity severity,
            String sentence,
            int count,
            List<String> rows,
            List<String> columns,
            List<String> splits) {}

    /**
     * A fold.
     *
     * @param repeat its repeat, from 0
     * @param fold its number within the repeat, from 0
     * @param trainSize how many examples were trained on
     * @param testSize how many examples were tested
     * @param chosen what the learner chose on the training part; null unless it chooses among alternatives
     * @param predictions the predictions; null unless asked for
     */
    public record FoldEntry(
            int repeat,
            int fold,
            int trainSize,
            int testSize,
            @Nullable Chosen chosen,
            @Nullable List<Prediction> predictions) {}

    /**
     * What a learner chose among alternatives.
     *
     * @param alternative the name of the one that was chosen
     * @param metric the name of the metric by which it was
     * @param score its value in the inner folds, which is optimistic
     */
    public record Chosen(String alternative, String metric, double score) {}

    /**
     * A prediction.
     *
     * @param row the example's position in the data, from 0
     * @param id the example's id
     * @param truth the true label, number or list of labels
     * @param predicted the predicted label, number, list of labels or cluster
     * @param scores one score for each label in order; null if the model gives none
     */
    public record Prediction(
            int row,
            String id,
            Object truth,
            Object predicted,
            @Nullable List<Double> scores) {}
}
