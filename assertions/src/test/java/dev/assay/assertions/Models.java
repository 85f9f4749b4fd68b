package dev.assay.assertions;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import java.util.List;
import java.util.stream.IntStream;

/** Models whose numbers are known. */
public final class Models {

    private static final Labels LABELS = Labels.of("benign", "malignant").withPositive("malignant");

    private Models() {}

    /**
     * Makes 100 examples, half of them "malignant", each tenth of them alike. The input is the row's number.
     *
     * @return data named "tumours"
     */
    public static Dataset<Integer> tumours() {
        return Dataset.of(
                        IntStream.range(0, 100).boxed().toList(),
                        Targets.labels(
                                LABELS,
                                IntStream.range(0, 100)
                                        .mapToObj(row -> LABELS.name(truth(row)))
                                        .toList()))
                .named("tumours");
    }

    private static int truth(int row) {
        return row % 10 < 5 ? 1 : 0;
    }

    /**
     * Makes a model that is right about 4 of 5 malignant and 9 of 10 benign tumours, 0.9 sure of each.
     *
     * @return predicts {@link #tumours}: 40 true positives, 10 false negatives, 5 false positives, 45 true negatives
     */
    public static Predictor<Integer> forest() {
        return rows -> {
            double[] probabilities = new double[2 * rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                int row = rows.get(i);
                boolean wrong = row % 10 == 0 || row % 20 == 5;
                int said = wrong ? 1 - truth(row) : truth(row);
                probabilities[2 * i + said] = 0.9;
                probabilities[2 * i + 1 - said] = 0.1;
            }
            return Predictions.probabilities(LABELS, probabilities);
        };
    }

    /**
     * Evaluates {@link #forest} as one fitted model.
     *
     * @return a new evaluation with an empty ledger
     */
    public static Evaluation fittedForest() {
        return Evaluation.ofFittedModel("forest", forest(), tumours());
    }

    /**
     * Compares {@link #forest} with the majority class over 5 folds, each of 20 neighbours.
     *
     * @return a new comparison of "forest" and "floor"
     */
    public static Comparison comparison() {
        Learner<Integer> learner = training -> forest();
        return CrossValidation.of(tumours())
                .splitter(KFold.of(5))
                .seed(42)
                .compare(Candidate.of("forest", learner), Candidate.of("floor", Learners.majorityClass()));
    }

    /**
     * Evaluates a model of numbers: of 1, 2, 3 and 6 it says 2, 2, 3 and 5.
     *
     * @return MAE 0.5, MSE 0.5, RMSE √0.5, R² 1 − 2/14
     */
    public static Evaluation prices() {
        Predictor<Double> model = inputs ->
                Predictions.numbers(inputs.stream().mapToDouble(value -> value).toArray());
        Dataset<Double> data = Dataset.of(List.of(2.0, 2.0, 3.0, 5.0), Targets.numbers(1, 2, 3, 6))
                .named("prices");
        return Evaluation.ofFittedModel("line", model, data);
    }
}
