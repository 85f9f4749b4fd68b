package dev.assay.benchmarks;

import dev.assay.data.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** What is timed of Tribuo: its evaluator on predictions in Tribuo's own form, which are made beforehand. */
final class TribuoWork {

    private static final String[] FEATURES = {"x"};

    private final LabelEvaluator evaluator = new LabelEvaluator();
    private final SimpleDataSourceProvenance provenance = new SimpleDataSourceProvenance("made up", new LabelFactory());
    private final Model<Label> model;

    TribuoWork(Labels labels) {
        this.model = model(labels);
    }

    static List<Prediction<Label>> predictions(Labels labels, int[] truth, double... probabilities) {
        int k = labels.size();
        List<Prediction<Label>> predictions = new ArrayList<>(truth.length);
        for (int row = 0; row < truth.length; row++) {
            // a linked map, because Tribuo's own models make such
            Map<String, Label> scores = new LinkedHashMap<>();
            int highest = 0;
            for (int label = 0; label < k; label++) {
                double probability = probabilities[row * k + label];
                scores.put(labels.name(label), new Label(labels.name(label), probability));
                highest = probability > probabilities[row * k + highest] ? label : highest;
            }
            predictions.add(new Prediction<>(
                    new Label(labels.name(highest), probabilities[row * k + highest]),
                    scores,
                    1,
                    example(labels.name(truth[row])),
                    true));
        }
        return predictions;
    }

    LabelEvaluation evaluate(List<Prediction<Label>> predictions) {
        return evaluator.evaluate(model, predictions, provenance);
    }

    /** The evaluator asks the model only which labels there are, and whether it gives probabilities. */
    private Model<Label> model(Labels labels) {
        MutableDataset<Label> training = new MutableDataset<>(provenance, new LabelFactory());
        labels.names().forEach(label -> training.add(example(label)));
        return new LogisticRegressionTrainer().train(training);
    }

    private static Example<Label> example(String label) {
        return new ArrayExample<>(new Label(label), FEATURES, new double[] {1});
    }
}
