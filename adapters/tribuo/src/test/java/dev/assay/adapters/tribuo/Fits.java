package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.learning.Learner;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Trainer;

/** Fits and predicts through the provider, as an evaluation does. */
final class Fits {

    static final TribuoLearnerProvider PROVIDER = new TribuoLearnerProvider();

    private Fits() {}

    /** Trains on the training rows of the data and predicts its test rows. */
    static Predictions outOfFold(Dataset<?> data, Trainer<?> trainer, Sharing sharing) throws Exception {
        Dataset<Example<?>> adapted = PROVIDER.adapt(data);
        return outOfFold(adapted, PROVIDER.learner(trainer, sharing));
    }

    static Predictions outOfFold(Dataset<Example<?>> adapted, Learner<Example<?>> learner) throws Exception {
        return fit(adapted.select(TestData.trainingRows(adapted)), learner)
                .predict(adapted.select(TestData.testRows(adapted)).inputs());
    }

    static LabelPredictions labels(Dataset<?> data, Trainer<?> trainer) throws Exception {
        return (LabelPredictions) outOfFold(data, trainer, Sharing.EXCLUSIVE);
    }

    static Predictor<Example<?>> fit(Dataset<Example<?>> training, Learner<Example<?>> learner) throws Exception {
        return learner.fit(Training.of(training, Seed.of(42)));
    }

    static Predictor<Example<?>> fit(Dataset<Example<?>> training, Trainer<?> trainer) throws Exception {
        return fit(training, PROVIDER.learner(trainer, Sharing.EXCLUSIVE));
    }

    /** All that predictions say, to compare them exactly. */
    static List<Object> content(Predictions predictions) {
        List<Object> content = new ArrayList<>();
        for (int row = 0; row < predictions.size(); row++) {
            if (predictions instanceof NumberPredictions numbers) {
                content.add(numbers.value(row));
            } else if (predictions instanceof LabelPredictions labels) {
                content.add(labels.label(row));
                content.add(scores(labels, row));
            } else if (predictions instanceof LabelSetPredictions sets) {
                content.add(sets.set(row));
                content.add(scores(sets, row));
            } else if (predictions instanceof ClusterPredictions clusters) {
                content.add(clusters.cluster(row));
            }
        }
        return content;
    }

    static List<Double> scores(LabelSetPredictions predictions, int row) {
        return predictions.hasScores()
                ? IntStream.range(0, predictions.labels().size())
                        .mapToObj(label -> predictions.score(row, label))
                        .toList()
                : List.of();
    }

    static List<Double> scores(LabelPredictions predictions, int row) {
        List<Double> scores = new ArrayList<>();
        switch (predictions.scoreKind()) {
            case NONE -> {}
            case MARGINS, PROBABILITIES -> {
                for (int label = 0; label < predictions.labels().size(); label++) {
                    scores.add(predictions.score(row, label));
                }
            }
        }
        return scores;
    }
}
