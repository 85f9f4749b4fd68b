package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import dev.assay.testing.Examples;
import dev.assay.testing.Reachable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsTest {

    private static final Dataset<Integer> DATA = Examples.blocks(20, 20);

    private record Model(Predictions predictions) implements Predictor<Integer> {

        @Override
        public Predictions predict(List<Integer> inputs) {
            return predictions.select(inputs.stream().mapToInt(row -> row).toArray());
        }
    }

    private static final Learner<Integer> LEARNER =
            training -> new Model(Predictions.labels(training.labels(), new int[DATA.size()]));

    @Test
    void are_dropped_when_they_have_predicted() throws InterruptedException {
        CrossValidation<Integer> validation = CrossValidation.of(DATA).folds(4);
        PendingEvaluation pending = validation.start(Candidate.of("forest", LEARNER));
        Evaluation evaluation = pending.await();

        assertThat(Reachable.from(evaluation, Model.class)).isEmpty();
        assertThat(Reachable.from(pending, Model.class)).isEmpty();
        assertThat(Reachable.from(pending, CandidateRun.class))
                .as("with its learners")
                .isEmpty();
        assertThat(Reachable.from(validation, Model.class)).isEmpty();
        assertThat(evaluation.folds())
                .allSatisfy(fold -> assertThat(fold.model()).isEmpty());
    }

    @Test
    void are_kept_when_asked_for() throws InterruptedException {
        PendingEvaluation pending =
                CrossValidation.of(DATA).folds(4).keepModels().start(Candidate.of("forest", LEARNER));

        assertThat(pending.await().folds())
                .hasSize(4)
                .allSatisfy(fold -> assertThat(fold.model()).get().isInstanceOf(Model.class));
        assertThat(Reachable.from(pending, Model.class)).hasSize(4);
    }
}
