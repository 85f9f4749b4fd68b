package dev.assay.testing;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * Examples beside what a model will say of each, so that the numbers of an evaluation are known beforehand. Folds are runs
 * of neighbours.
 *
 * @param data the examples, whose inputs are the rows' numbers
 * @param predictions what the model says of each row
 */
public record Script(Dataset<Integer> data, Predictions predictions) {

    /** Makes a script of targets and what a model says of them. */
    public static Script of(Targets truth, Predictions predictions) {
        return new Script(Examples.of(truth), predictions);
    }

    /** Makes a script from lines such as {@code 3 cat as dog}: of three examples of "cat", the model says "dog". */
    public static Script labels(String... lines) {
        List<String> truth = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            int count = Integer.parseInt(words[0]);
            truth.addAll(Collections.nCopies(count, words[1]));
            said.addAll(Collections.nCopies(count, words[3]));
        }
        List<String> all = new ArrayList<>(truth);
        all.addAll(said);
        Labels labels = Labels.observed(all);
        int[] predicted = said.stream().mapToInt(labels::indexOf).toArray();
        return of(Targets.labels(labels, truth), Predictions.labels(labels, predicted));
    }

    /**
     * Makes a script of the data "tumours", of which "malignant" is the positive label.
     *
     * @param counts true positives, false negatives, false positives and true negatives of a first fold, of a second one
     *     and so on; the examples come in this order
     */
    public static Script tumours(int... counts) {
        List<String> lines = new ArrayList<>();
        for (int fold = 0; fold < counts.length; fold += 4) {
            lines.add(counts[fold] + " malignant as malignant");
            lines.add(counts[fold + 1] + " malignant as benign");
            lines.add(counts[fold + 2] + " benign as malignant");
            lines.add(counts[fold + 3] + " benign as benign");
        }
        Script script = labels(lines.toArray(String[]::new));
        return script.with(script.data.named("tumours").withPositive("malignant"));
    }

    /** Makes a script of the data "tumours" in which a model gives the probability of "malignant" for each example. */
    public static Script probabilities(List<String> truth, double... ofMalignant) {
        Labels labels = Labels.of("benign", "malignant").withPositive("malignant");
        double[] both = DoubleStream.of(ofMalignant)
                .flatMap(p -> DoubleStream.of(1 - p, p))
                .toArray();
        Script script = of(Targets.labels(labels, truth), Predictions.probabilities(labels, both));
        return script.with(script.data.named("tumours"));
    }

    /** Makes a script of the data "prices" in which a model predicts numbers. */
    public static Script numbers(List<Double> truth, double... predicted) {
        double[] values = truth.stream().mapToDouble(Double::doubleValue).toArray();
        Script script = of(Targets.numbers(values), Predictions.numbers(predicted));
        return script.with(script.data.named("prices"));
    }

    /** Says the same of other data with as many rows. */
    public Script with(Dataset<Integer> newData) {
        return new Script(newData, predictions);
    }

    /** Returns the model that says what the script tells. */
    public Predictor<Integer> predictor() {
        return rows -> predictions.select(rows.stream().mapToInt(row -> row).toArray());
    }

    /** Returns a learner of that model. */
    public Learner<Integer> learner() {
        return training -> predictor();
    }

    /** Starts a cross-validation over folds of neighbours, with seed 42. */
    public CrossValidation<Integer> folds(int folds) {
        return CrossValidation.of(data).splitter(KFold.of(folds)).seed(42);
    }

    /** Evaluates "forest" over folds of neighbours. */
    public Evaluation crossValidated(int folds) {
        return folds(folds).evaluate("forest", learner());
    }

    /** Evaluates "forest" as one fitted model. */
    public Evaluation fitted() {
        return Evaluation.ofFittedModel("forest", predictor(), data);
    }

    /** Compares "forest", which follows this script, with "floor", which follows another one on the same examples. */
    public Comparison against(Script floor, int folds) {
        return folds(folds).compare(Candidate.of("forest", learner()), Candidate.of("floor", floor.learner()));
    }

    /** Makes a source of one learner for each fold, the folds of all repeats counted from 0. */
    public static <X> Supplier<Learner<X>> perFold(IntFunction<Learner<X>> learnerOfFold) {
        AtomicInteger next = new AtomicInteger();
        return () -> learnerOfFold.apply(next.getAndIncrement());
    }
}
