package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.anomaly.liblinear.LibLinearAnomalyTrainer;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.multilabel.baseline.IndependentMultiLabelTrainer;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

class TrainerTaskTest {

    /** Neither its class nor its provenance tells what it learns. */
    private record Silent<T extends Output<T>>() implements Trainer<T> {

        @Override
        public Model<T> train(Dataset<T> examples, Map<String, Provenance> runProvenance) {
            throw new ClassCastException("not of this type");
        }

        @Override
        public int getInvocationCount() {
            return 0;
        }

        @Override
        public TrainerProvenance getProvenance() {
            throw new UnsupportedOperationException();
        }
    }

    private static <T extends Output<T>> Trainer<T> scaled(Trainer<T> trainer) {
        return new TransformTrainer<>(trainer, new TransformationMap(List.of(new MeanStdDevTransformation())));
    }

    private static Stream<Arguments> trainers() {
        return Stream.of(
                Arguments.of(new LibLinearAnomalyTrainer(), Task.ANOMALIES),
                Arguments.of(scaled(new LibLinearAnomalyTrainer()), Task.ANOMALIES),
                Arguments.of(scaled(scaled(new HdbscanTrainer(5))), Task.CLUSTERS),
                Arguments.of(new IndependentMultiLabelTrainer(new LogisticRegressionTrainer()), Task.LABEL_SETS),
                Arguments.of(
                        scaled(new IndependentMultiLabelTrainer(new LogisticRegressionTrainer())), Task.LABEL_SETS));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void is_that_of_the_class_or_of_what_the_trainer_is_made_of(Trainer<?> trainer, Task task) {
        assertThat(TrainerTask.of(trainer)).contains(task);
    }

    @ParameterizedTest
    @EnumSource
    void is_known_for_all_trainers_of_labels_and_numbers(TestTrainers trainers) {
        boolean numbers =
                trainers.name().contains("REGRESSION") && !trainers.name().contains("LOGISTIC");

        assertThat(TrainerTask.of(numbers ? trainers.numbers() : trainers.labels()))
                .contains(numbers ? Task.NUMBERS : Task.LABELS);
    }

    @Test
    void is_unknown_if_nothing_tells() {
        assertThat(TrainerTask.of(new Silent<>())).isEmpty();
    }

    @Test
    void a_trainer_that_does_not_tell_is_tried() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.labels(TestData.iris(), new Silent<>()))
                .withMessage("dev.assay.adapters.tribuo.TrainerTaskTest$Silent doesn't learn labels, which the targets"
                        + " of iris are; take a trainer that does")
                .withCauseInstanceOf(ClassCastException.class);
    }
}
