package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.common.tree.RandomForestTrainer;

/** What predictions are kept by: it must be the same for equal trainers, and differ for others. */
class TrainerDescriptionTest {

    private static Trainer<Label> forest(int depth, float share, int trees, long seed) {
        return new RandomForestTrainer<>(
                new CARTClassificationTrainer(depth, share, seed), new VotingCombiner(), trees, seed);
    }

    private static Optional<String> describe(Object trainer) {
        return new TribuoLearnerProvider().configuration(trainer);
    }

    @Test
    void equal_trainers_have_one_description() {
        assertThat(describe(forest(5, 0.5f, 10, 1))).isPresent().isEqualTo(describe(forest(5, 0.5f, 10, 1)));
        assertThat(describe(new LogisticRegressionTrainer()))
                .isPresent()
                .isEqualTo(describe(new LogisticRegressionTrainer()));
    }

    @Test
    void every_setting_shows_also_of_what_a_trainer_is_made_of() {
        assertThat(Stream.of(
                                forest(5, 0.5f, 10, 1),
                                forest(6, 0.5f, 10, 1),
                                forest(5, 0.6f, 10, 1),
                                forest(5, 0.5f, 11, 1),
                                forest(5, 0.5f, 10, 2),
                                new CARTClassificationTrainer(5, 0.5f, 1),
                                new LogisticRegressionTrainer())
                        .map(TrainerDescriptionTest::describe)
                        .distinct())
                .hasSize(7)
                .allMatch(Optional::isPresent);
    }

    @Test
    void a_trainer_that_has_trained_before_is_another() {
        Trainer<Label> advanced = forest(5, 0.5f, 10, 1);
        advanced.setInvocationCount(3);

        assertThat(describe(advanced)).isPresent().isNotEqualTo(describe(forest(5, 0.5f, 10, 1)));
    }

    @Test
    void something_else_has_none() {
        assertThat(describe(Map.of())).isEmpty();
    }
}
