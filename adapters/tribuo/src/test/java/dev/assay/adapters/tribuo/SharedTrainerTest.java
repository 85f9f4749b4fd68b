package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.hash.HashingTrainer;
import org.tribuo.hash.MessageDigestHasher;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

class SharedTrainerTest {

    private static final int THREADS = 8;

    /** Has state that its provenance doesn't show, as trainers of users may. */
    private static final class OwnTrainer implements Trainer<Label> {

        private final Trainer<Label> inner = new CARTClassificationTrainer();

        @Override
        public Model<Label> train(org.tribuo.Dataset<Label> examples, Map<String, Provenance> runProvenance) {
            return inner.train(examples, runProvenance);
        }

        @Override
        public int getInvocationCount() {
            return inner.getInvocationCount();
        }

        @Override
        public TrainerProvenance getProvenance() {
            return new TrainerProvenanceImpl(this);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FOREST", "LOGISTIC_REGRESSION", "ADA_BOOST", "SCALED_LOGISTIC_REGRESSION", "XGBOOST"})
    void copies_in_many_threads_give_bitwise_the_same_as_one_after_another(TestTrainers trainers) throws Exception {
        Dataset<Example<?>> data = Fits.PROVIDER.adapt(TestData.iris());
        Trainer<Label> trainer = trainers.labels();
        List<Object> alone = Fits.content(Fits.outOfFold(data, Fits.PROVIDER.learner(trainer, Sharing.SHARED)));

        Learner<Example<?>> learner = Fits.PROVIDER.learner(trainer, Sharing.SHARED);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Predictions>> results = new ArrayList<>();
            for (int fit = 0; fit < 3 * THREADS; fit++) {
                results.add(threads.submit(() -> Fits.outOfFold(data, learner)));
            }
            for (Future<Predictions> result : results) {
                assertThat(Fits.content(result.get())).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void learners_made_in_many_threads_from_one_trainer_are_equal() throws Exception {
        Dataset<Example<?>> data = Fits.PROVIDER.adapt(TestData.iris());
        Trainer<Label> trainer = TestTrainers.FOREST.labels();
        List<Object> alone = Fits.content(Fits.outOfFold(data, Fits.PROVIDER.learner(trainer, Sharing.SHARED)));

        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Predictions>> results = new ArrayList<>();
            for (int fit = 0; fit < THREADS; fit++) {
                results.add(threads.submit(() -> Fits.outOfFold(data, Fits.PROVIDER.learner(trainer, Sharing.SHARED))));
            }
            for (Future<Predictions> result : results) {
                assertThat(Fits.content(result.get())).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_shared_trainer_is_left_as_it_was() throws Exception {
        Trainer<Label> trainer = TestTrainers.FOREST.labels();

        Fits.outOfFold(TestData.iris(), trainer, Sharing.SHARED);

        assertThat(trainer.getInvocationCount()).isZero();
    }

    @Test
    void earlier_use_of_a_shared_trainer_makes_no_difference() throws Exception {
        Trainer<Label> used = TestTrainers.FOREST.labels();
        used.train(TestData.bareLabels(TestData.iris(), 0, 1, 50, 51, 100, 101));

        assertThat(Fits.content(Fits.outOfFold(TestData.iris(), used, Sharing.SHARED)))
                .isEqualTo(Fits.content(Fits.outOfFold(TestData.iris(), TestTrainers.FOREST.labels(), Sharing.SHARED)));
    }

    @Test
    void an_exclusive_trainer_is_used_itself() throws Exception {
        Trainer<Label> trainer = TestTrainers.FOREST.labels();

        Fits.outOfFold(TestData.iris(), trainer, Sharing.EXCLUSIVE);

        assertThat(trainer.getInvocationCount()).isEqualTo(1);
    }

    @Test
    void an_exclusive_trainer_may_be_of_any_class() throws Exception {
        assertThat(Fits.content(Fits.outOfFold(TestData.iris(), new OwnTrainer(), Sharing.EXCLUSIVE)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void trainers_that_consist_of_classes_of_tribuo_can_be_shared(TestTrainers trainers) {
        Trainer<?> trainer =
                trainers.name().contains("REGRESSION") && !trainers.name().contains("LOGISTIC")
                        ? trainers.numbers()
                        : trainers.labels();

        assertThat(Fits.PROVIDER.learner(trainer, Sharing.SHARED)).isNotNull();
    }

    @Test
    void fails_for_a_shared_trainer_of_another_class() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.learner(new OwnTrainer(), Sharing.SHARED))
                .withMessage("dev.assay.adapters.tribuo.SharedTrainerTest$OwnTrainer cannot be copied for each fold"
                        + " (dev.assay.adapters.tribuo.SharedTrainerTest$OwnTrainer is not one of Tribuo's classes, so"
                        + " what a copy needs is unknown); make a new one for each fold: give a supplier instead, such"
                        + " as () -> new OwnTrainer(…), or make it in the @Candidate method itself");
    }

    @Test
    void fails_for_a_shared_trainer_of_a_subclass_without_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.learner(new LogisticRegressionTrainer() {}, Sharing.SHARED))
                .withMessageContaining("is not one of Tribuo's classes")
                .withMessageContaining("() -> new Trainer(…)");
    }

    @Test
    void fails_for_a_shared_trainer_that_contains_one_of_another_class() {
        Trainer<Label> trainer = new BaggingTrainer<>(new OwnTrainer(), new VotingCombiner(), 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.learner(trainer, Sharing.SHARED))
                .withMessage("org.tribuo.ensemble.BaggingTrainer cannot be copied for each fold"
                        + " (dev.assay.adapters.tribuo.SharedTrainerTest$OwnTrainer is not one of Tribuo's classes, so"
                        + " what a copy needs is unknown); make a new one for each fold: give a supplier instead, such"
                        + " as () -> new BaggingTrainer(…), or make it in the @Candidate method itself");
    }

    @Test
    void fails_for_a_shared_trainer_whose_provenance_hides_something() {
        Trainer<Label> trainer = new HashingTrainer<>(
                new LogisticRegressionTrainer(), new MessageDigestHasher("SHA-256", "a salt that is long enough"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.learner(trainer, Sharing.SHARED))
                .withMessage("org.tribuo.hash.HashingTrainer cannot be copied for each fold (Property: saltStr, Salt"
                        + " does not meet the requirements for a salt.); make a new one for each fold: give a supplier"
                        + " instead, such as () -> new HashingTrainer(…), or make it in the @Candidate method itself")
                .havingCause();
    }
}
