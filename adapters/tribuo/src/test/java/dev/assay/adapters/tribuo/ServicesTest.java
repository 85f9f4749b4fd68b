package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.learning.DatasetProvider;
import dev.assay.learning.LearnerProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServicesTest {

    @Test
    void both_providers_are_found() {
        assertThat(ServiceLoader.load(LearnerProvider.class)).hasExactlyElementsOfTypes(TribuoLearnerProvider.class);
        assertThat(ServiceLoader.load(DatasetProvider.class)).hasExactlyElementsOfTypes(TribuoDatasetProvider.class);
    }

    @Test
    void trainers_and_models_are_supported() {
        TribuoLearnerProvider provider = new TribuoLearnerProvider();

        assertThat(provider.supports(TestTrainers.TREE.labels())).isTrue();
        assertThat(provider.supports(TestTrainers.REGRESSION_TREE.numbers())).isTrue();
        assertThat(provider.supports(
                        TestTrainers.DUMMY.labels().train(TestData.bareLabels(TestData.iris(), 0, 50, 100))))
                .isTrue();
        assertThat(provider.supports("forest")).isFalse();
    }

    @Test
    void data_sets_are_supported() {
        TribuoDatasetProvider provider = new TribuoDatasetProvider();

        assertThat(provider.supports(TestData.bareLabels(TestData.iris(), 0))).isTrue();
        assertThat(provider.supports("iris.csv")).isFalse();
    }
}
