package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.Fingerprint;
import dev.assay.data.Slice;
import dev.assay.data.Targets;
import dev.assay.leakage.Finding;
import dev.assay.learning.Datasets;
import dev.assay.metric.ConfusionMatrix;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Metrics;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.serving.ServedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What evaluating one candidate gave: predictions for every fold's test part, metrics computed from them, timings and
 * provenance.
 *
 * <p>Immutable but for its {@link Ledger}. Views from {@link #withLedger} share everything else, so that a metric is
 * computed once however many assertions ask for it.
 */
public final class Evaluation {

    /** What all views share. */
    record Facts(
            String candidate,
            Dataset<?> data,
            String resampling,
            OptionalLong seed,
            boolean ofProcedure,
            boolean repeatable,
            double testToTrain,
            List<Fold> folds,
            List<Finding> findings,
            List<String> remarks,
            List<String> remarksOnRun,
            SortedMap<String, String> versions,
            Scores scores,
            @Nullable ServedModel model) {

        Facts withRemarks(List<String> newRemarks) {
            return new Facts(
                    candidate,
                    data,
                    resampling,
                    seed,
                    ofProcedure,
                    repeatable,
                    testToTrain,
                    folds,
                    findings,
                    newRemarks,
                    remarksOnRun,
                    versions,
                    scores,
                    model);
        }
    }

    private final Facts facts;
    private final Ledger ledger;
    private final @Nullable Path evidence;
    private final OptionalDouble cost;
    private final @Nullable BaselineStore baseline;

    Evaluation(Facts facts) {
        this(facts, new Ledger(), null, OptionalDouble.empty(), null);
    }

    private Evaluation(
            Facts facts,
            Ledger ledger,
            @Nullable Path evidence,
            OptionalDouble cost,
            @Nullable BaselineStore baseline) {
        this.facts = facts;
        this.ledger = ledger;
        this.evidence = evidence;
        this.cost = cost;
        this.baseline = baseline;
    }

    /**
     * Evaluates a fitted model on test data that it was not trained on.
     *
     * @param name the name that messages and results use
     * @param model a {@link dev.assay.learning.Predictor}, or a fitted model that an adapter on the class path knows
     * @param testData a {@link Dataset}, or a data set that an adapter knows
     * @return the evaluation
     * @throws EvaluationException if the model can't predict the data
     */
    public static Evaluation ofFittedModel(String name, Object model, Object testData) {
        return FittedModel.evaluate(name, model, Datasets.of(testData));
    }

    /**
     * Evaluates predictions that one fitted model made elsewhere.
     *
     * @param name the name that messages and results use
     * @param testData a {@link Dataset}, or a data set that an adapter knows, that the model was not trained on
     * @param predictions one for each example, in their order
     * @return the evaluation, as that of a fitted model
     * @throws EvaluationException if the predictions don't fit the data
     */
    public static Evaluation ofPredictions(String name, Object testData, Predictions predictions) {
        return GivenPredictions.ofFittedModel(name, Datasets.of(testData), predictions, Duration.ZERO, Map.of(), null);
    }

    /**
     * Evaluates predictions that the models of several folds made elsewhere.
     *
     * @param name the name that messages and results use
     * @param data all examples
     * @param resampling says how they were split, such as "10 folds x 3"
     * @param folds what was predicted, repeat by repeat, at least one
     * @return the evaluation, of a procedure if there are several folds
     * @throws EvaluationException if the predictions don't fit the data
     */
    public static Evaluation ofPredictions(String name, Dataset<?> data, String resampling, List<PredictedFold> folds) {
        return GivenPredictions.ofFolds(name, data, resampling, folds);
    }

    /**
     * Returns a view that writes to another ledger.
     *
     * @param newLedger where judgements go
     * @return the same evaluation with that ledger
     */
    public Evaluation withLedger(Ledger newLedger) {
        return new Evaluation(facts, newLedger, evidence, cost, baseline);
    }

    /**
     * Returns a view that knows the file in which its result will be.
     *
     * @param file the file, to be named in messages
     * @return the same evaluation with that file
     */
    public Evaluation withEvidence(Path file) {
        return new Evaluation(facts, ledger, file, cost, baseline);
    }

    /** Returns a view that knows how costly the candidate is. */
    Evaluation withCost(OptionalDouble newCost) {
        return new Evaluation(facts, ledger, evidence, newCost, baseline);
    }

    /**
     * Returns a view that knows what was accepted before, so that it can be judged whether this is worse.
     *
     * @param store the accepted evaluation of this candidate
     * @return the same evaluation with that baseline
     */
    public Evaluation withBaseline(BaselineStore store) {
        return new Evaluation(facts, ledger, evidence, cost, store);
    }

    /**
     * Returns a view with more to be known by readers of its results.
     *
     * @param more sentences
     * @return the same evaluation with these remarks behind its own
     */
    public Evaluation withRemarks(List<String> more) {
        List<String> all = new ArrayList<>(facts.remarks);
        all.addAll(more);
        return new Evaluation(facts.withRemarks(List.copyOf(all)), ledger, evidence, cost, baseline);
    }

    /**
     * Returns the candidate's name.
     *
     * @return the name
     */
    public String candidate() {
        return facts.candidate;
    }

    /**
     * Returns how costly or complex the candidate is.
     *
     * @return its {@link Candidate#withCost cost}, if it was given
     */
    public OptionalDouble cost() {
        return cost;
    }

    /**
     * Returns the name of the data set.
     *
     * @return the name
     */
    public String dataName() {
        return facts.data.name();
    }

    /**
     * Returns the number of examples.
     *
     * @return the size of the whole data set
     */
    public int size() {
        return facts.data.size();
    }

    /**
     * Returns the targets of the whole data set.
     *
     * @return one target for each example
     */
    public Targets targets() {
        return facts.data.targets();
    }

    /**
     * Returns the id of an example.
     *
     * @param row its position in the data set
     * @return its id
     */
    public String id(int row) {
        return facts.data.id(row);
    }

    /**
     * Returns the groups of the whole data set.
     *
     * @return one group name for each example, if there are groups
     */
    public Optional<List<String>> groups() {
        return facts.data.groups();
    }

    /**
     * Returns what is said of the examples besides inputs and targets.
     *
     * @return one value for each example of the whole data set, by the names of the attributes
     */
    public SortedMap<String, List<String>> attributes() {
        SortedMap<String, List<String>> attributes = new TreeMap<>();
        facts.data.attributeNames().forEach(name -> attributes.put(name, facts.data.attribute(name)));
        return attributes;
    }

    /**
     * Identifies the data.
     *
     * @return the fingerprint, empty if the content of its inputs is not known
     */
    public Optional<Fingerprint> fingerprint() {
        return facts.data.fingerprint();
    }

    /**
     * Describes how the data were split.
     *
     * @return such as "10-fold stratified cross-validation x 3"
     */
    public String resampling() {
        return facts.resampling;
    }

    /**
     * Returns the seed of all that was random.
     *
     * @return the seed; empty if nothing was
     */
    public OptionalLong seed() {
        return facts.seed;
    }

    /**
     * Tells whether the evaluation is of a training procedure, by cross-validation, and not of one fitted model on one
     * test set.
     *
     * @return whether several models were trained by the same procedure
     */
    public boolean isOfProcedure() {
        return facts.ofProcedure;
    }

    /**
     * Tells whether more repeats would give other splits.
     *
     * @return false if the splits depend on the data alone, or nothing was split
     */
    public boolean isRepeatable() {
        return facts.repeatable;
    }

    /**
     * Returns the folds.
     *
     * @return all folds, repeat by repeat, unmodifiable
     */
    public List<Fold> folds() {
        return facts.folds;
    }

    /**
     * Returns the leaks that were found, and what might be leaks.
     *
     * @return at most one of each kind; none if all is well, if nobody looked, or of a fitted model, whose training data are
     *     not known
     */
    public List<Finding> findings() {
        return facts.findings;
    }

    /**
     * Returns what a reader of these results should know.
     *
     * @return sentences, those of {@link #findings} first; none if all is well
     */
    public List<String> remarks() {
        return facts.remarks;
    }

    /**
     * Returns what a reader must know of how the candidate was run, which has no part in what came out, such as why no
     * predictions were cached.
     *
     * @return sentences, mostly none
     */
    public List<String> remarksOnRun() {
        return facts.remarksOnRun;
    }

    /**
     * Returns the versions that these results depend on.
     *
     * @return versions by name
     */
    public SortedMap<String, String> versions() {
        return facts.versions;
    }

    /**
     * Returns truth and predictions of each repeat, the rows in the order of the data.
     *
     * @return one for each repeat
     */
    public List<Outcomes> repeats() {
        return facts.scores.repeats();
    }

    /**
     * Returns which examples the outcomes of a repeat are of.
     *
     * @param repeat which of {@link #repeats()}, from 0
     * @return their positions in the data set, ascending; one that several folds tested is there as often as that
     */
    public int[] testedRows(int repeat) {
        return facts.scores.rows(repeat);
    }

    /**
     * Identifies which rows every fold tests, and trains on where that is not simply the rest.
     *
     * @return the same for evaluations with the same splits
     */
    public Fingerprint splitsFingerprint() {
        return Splits.fingerprint(facts.folds);
    }

    /**
     * Computes a metric, once.
     *
     * @param metric any metric that fits the targets
     * @return the combined value with those of repeats and folds
     * @throws IllegalArgumentException if the metric doesn't fit the targets
     */
    public MetricScore score(Metric metric) {
        return facts.scores.of(metric);
    }

    /**
     * Returns all that was computed so far, the usual metrics of such targets among it.
     *
     * @return the usual metrics, the headline first, then others by name
     */
    public List<MetricScore> scores() {
        return facts.scores.all();
    }

    /**
     * Computes the combined value of a metric, once.
     *
     * @param metric any metric that fits the targets
     * @return the value, or undefined with the reason
     * @throws IllegalArgumentException if the metric doesn't fit the targets
     */
    public MetricValue value(Metric metric) {
        return score(metric).value();
    }

    /** Finds what is known of a metric's uncertainty, once. */
    Uncertainty.Costed uncertainty(Metric metric, Supplier<Uncertainty.Costed> estimation) {
        return facts.scores.uncertainty(metric, estimation);
    }

    /**
     * Returns the confusion matrix, averaged over the repeats.
     *
     * @return the matrix; empty if no labels are predicted
     */
    public Optional<ConfusionMatrix> confusion() {
        return repeats().get(0).predictions() instanceof LabelPredictions
                ? Optional.of(ConfusionMatrix.mean(
                        repeats().stream().map(Outcomes::confusion).toList()))
                : Optional.empty();
    }

    /**
     * Returns the fitted model, which may be asked again to measure what a prediction takes.
     *
     * @return the model beside the examples of this evaluation; empty if it is of a training procedure, of one of its folds, or of
     *     predictions that were made elsewhere
     */
    public Optional<ServedModel> model() {
        return Optional.ofNullable(facts.model);
    }

    /**
     * Returns where judgements of this view go.
     *
     * @return the ledger
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Returns the file in which the result will be.
     *
     * @return the file, if one was announced
     */
    public Optional<Path> evidence() {
        return Optional.ofNullable(evidence);
    }

    /**
     * Returns what was accepted before.
     *
     * @return the baseline's place, if one was named
     */
    public Optional<BaselineStore> baseline() {
        return Optional.ofNullable(baseline);
    }

    /**
     * Returns how large test parts are beside training parts: what variance estimates over folds are corrected by.
     *
     * @return the sum of all folds' test sizes over that of their training sizes
     */
    public double testToTrain() {
        return facts.testToTrain;
    }

    /**
     * Returns the part of this evaluation that is of some examples: the same models, judged by these test rows only. Folds
     * that tested none of them are left out.
     *
     * @param slice which examples
     * @return the evaluation of that part, without findings, evidence and judgements; empty if the slice is
     * @throws dev.assay.data.InvalidDataException if the data have nothing by which to choose
     */
    public Optional<Evaluation> on(Slice slice) {
        return Sliced.on(facts, slice).map(Evaluation::new);
    }

    /**
     * Returns a slice for each value there is.
     *
     * @param by as for {@link Slice#of}
     * @return the slices, sorted by value
     * @throws dev.assay.data.InvalidDataException if there is nothing of that name
     */
    public List<Slice> slices(String by) {
        return Slice.each(facts.data, by);
    }

    /**
     * Returns the parts of this evaluation, as {@link #on} does, by all that has few values: the groups, attributes, and
     * columns of text.
     *
     * @param mostValues how many values at most; what has one only is left out, too
     * @param mostParts how many parts at most in all; what would give more than are left is left out, and so is what would take
     *     long on millions of rows
     * @return the parts that any fold tested by value, by what they differ in: {@value Slice#GROUP} first, attributes and
     *     columns by name
     */
    public Map<String, SortedMap<String, Evaluation>> byFewValues(int mostValues, int mostParts) {
        return new SlicedByFewValues(facts, mostValues).parts(mostParts);
    }

    /**
     * Returns what one fold gave, as that of one fitted model on its test rows.
     *
     * @param fold one of {@link #folds}
     * @return the evaluation of that fold, without findings, evidence and judgements
     */
    public Evaluation ofFold(Fold fold) {
        return new Evaluation(Sliced.ofFold(facts, fold));
    }

    /** Tells whether another evaluation has the same examples in the same folds. */
    boolean sharesSplitsWith(Evaluation other) {
        return (facts.data == other.facts.data
                        || (fingerprint().isPresent() && fingerprint().equals(other.fingerprint())))
                && Splits.areEqual(facts.folds, other.facts.folds);
    }

    /**
     * Says in one line what was evaluated.
     *
     * @return such as "logistic regression on tumours: 10-fold stratified cross-validation x 3, seed 42"
     */
    public String title() {
        return candidate() + " on " + dataName() + ": " + resampling()
                + (seed().isPresent() ? ", seed " + seed().getAsLong() : "");
    }

    /** Returns the title and the values of the usual metrics. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title());
        for (Metric metric : Metrics.summary(repeats().get(0))) {
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(metric.name())
                    .append(": ");
            text.append(value(metric));
        }
        return text.toString();
    }
}
