package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.data.Slice;
import dev.assay.data.Targets;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.MetricValue;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.serving.MeasurementOptions;
import dev.assay.serving.ServedModel;
import dev.assay.testing.AdapterClassLoader;
import dev.assay.testing.Examples;
import dev.assay.testing.ForeignLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainers, models and data of another library as they are; see {@link ForeignLibrary}. */
class ForeignLibraryTest {

    private static final Dataset<Integer> DATA = Examples.blocks(6, 4);

    @TempDir
    Path folder;

    @Test
    void evaluates_a_librarys_trainer_on_a_librarys_data() {
        AdapterClassLoader.with(folder, () -> {
            String[] data = {"a", "a", "a", "b", "b"};
            Evaluation evaluation = CrossValidation.of((Object) data).folds(2).evaluate("forest", new ArrayList<>());

            assertThat(evaluation.title()).isEqualTo("forest on foreign: 2-fold stratified cross-validation, seed 1");
            assertThat(evaluation.value(ClassificationMetrics.ACCURACY)).isEqualTo(MetricValue.of(3 / 5.0));
            assertThat(evaluation.versions()).containsEntry("foreign", "1.2").containsKeys("assay", "java");
        });
    }

    @Test
    void has_a_trainer_copied_that_several_folds_share() {
        AdapterClassLoader.with(folder, () -> {
            List<Sharing> overFolds = new ArrayList<>();
            List<Sharing> sameEachTime = new ArrayList<>();

            CrossValidation.of(DATA).folds(3).evaluate("forest", overFolds);
            CrossValidation.of(DATA).folds(2).evaluate("forest", (Supplier<List<Sharing>>) () -> sameEachTime);

            assertThat(overFolds).containsExactly(Sharing.SHARED, Sharing.SHARED, Sharing.SHARED);
            assertThat(sameEachTime).containsExactly(Sharing.SHARED, Sharing.SHARED);
        });
    }

    @Test
    void has_a_trainer_copied_for_a_hold_out_too_since_other_evaluations_may_share_it() {
        AdapterClassLoader.with(folder, () -> {
            List<Sharing> trainer = new ArrayList<>();

            CrossValidation.of(DATA).splitter(HoldoutSplit.of(0.2)).evaluate("forest", trainer);

            assertThat(trainer).containsExactly(Sharing.SHARED);
        });
    }

    @Test
    void uses_trainers_directly_that_a_source_makes_for_each_fold() {
        AdapterClassLoader.with(folder, () -> {
            List<List<Sharing>> made = new ArrayList<>();
            Supplier<List<Sharing>> source = () -> {
                made.add(new ArrayList<>());
                return made.get(made.size() - 1);
            };

            CrossValidation.of(DATA).folds(3).evaluate("forest", source);

            assertThat(made)
                    .hasSize(3)
                    .allSatisfy(trainer -> assertThat(trainer).containsExactly(Sharing.EXCLUSIVE));
        });
    }

    @Test
    void puts_data_into_the_librarys_form_once_for_all_candidates() {
        AdapterClassLoader.with(folder, () -> {
            List<AtomicInteger> counters =
                    Stream.generate(AtomicInteger::new).limit(4).toList();
            Dataset<AtomicInteger> data = Dataset.of(counters, Targets.labels("a", "b", "a", "b"));

            CrossValidation.of(data)
                    .folds(2)
                    .compare(Candidate.of("one", new ArrayList<>()), Candidate.of("two", new ArrayList<>()));

            assertThat(counters).extracting(AtomicInteger::get).containsOnly(1);
        });
    }

    @Test
    void evaluates_a_librarys_fitted_model() {
        AdapterClassLoader.with(folder, () -> {
            Evaluation evaluation = Evaluation.ofFittedModel("forest", List.of("b"), new String[] {"a", "b", "b"});

            assertThat(evaluation.title()).isEqualTo("forest on foreign: one fitted model on 3 test examples");
            assertThat(evaluation.value(ClassificationMetrics.ACCURACY)).isEqualTo(MetricValue.of(2 / 3.0));
            assertThat(evaluation.versions()).containsEntry("foreign", "1.2");
        });
    }

    /** So that evaluations of which nothing is measured keep no second copy of the data alive. */
    @Test
    void puts_data_into_the_librarys_form_again_once_a_fitted_model_is_measured() {
        AdapterClassLoader.with(folder, () -> {
            List<AtomicInteger> counters =
                    Stream.generate(AtomicInteger::new).limit(3).toList();
            Dataset<AtomicInteger> data = Dataset.of(counters, Targets.labels("a", "b", "b"));
            MeasurementOptions few = MeasurementOptions.withDefaults()
                    .withWarmUp(0, Duration.ZERO)
                    .withCalls(2);
            Evaluation evaluation = Evaluation.ofFittedModel("forest", List.of("b"), data);
            ServedModel model = evaluation.model().orElseThrow();
            ServedModel ofSlice = evaluation
                    .on(Slice.where("first", AtomicInteger.class, counter -> counter == counters.get(0)))
                    .orElseThrow()
                    .model()
                    .orElseThrow();

            assertThat(model.sizeInBytes()).isEmpty();
            assertThat(counters).extracting(AtomicInteger::get).containsExactly(1, 1, 1);
            model.latency(few);
            model.latency(few.withCalls(3));
            assertThat(counters).extracting(AtomicInteger::get).containsExactly(2, 2, 2);
            ofSlice.latency(few);
            ofSlice.throughput(few.withRounds(1));
            assertThat(counters).extracting(AtomicInteger::get).containsExactly(3, 2, 2);
        });
    }
}
