package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.assertions.hamcrest.ModelMatchers.hasAccuracyAtLeast;
import static org.hamcrest.MatcherAssert.assertThat;

import dev.assay.assertions.ModelSoftAssertions;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** The same evaluations and assertions in plain Jupiter tests, without Assay's engine. */
class WineTest {

    private final Dataset<double[]> wine =
            CsvDataset.of(Path.of("data/wine.csv")).target("cultivar").read().numeric();

    @Test
    void cross_validates_a_forest() {
        Evaluation forest = CrossValidation.of(wine).folds(10).seed(42).evaluate("forest", WineTest::forest);

        System.out.println(forest);
        assertThatModel(forest).hasAccuracyAtLeast(0.95).hasMacroF1AtLeast(0.95);
        assertThat(forest, hasAccuracyAtLeast(0.9).atConfidence(0.95));
    }

    @Test
    void judges_a_fitted_model_on_test_data() {
        int[] train =
                IntStream.range(0, wine.size()).filter(row -> row % 3 != 0).toArray();
        int[] test = IntStream.range(0, wine.size()).filter(row -> row % 3 == 0).toArray();
        Model<Label> model = forest().train(tribuo(wine.select(train)));

        ModelSoftAssertions.assertModelsSoftly(softly -> softly.assertThatModel(model)
                .on(wine.select(test))
                .hasAccuracyAtLeast(0.9)
                .atConfidence(0.95)
                .hasRecallAtLeast("class_0", 0.7));
    }

    @Test
    void keeps_within_its_budgets() {
        Model<Label> model = forest().train(tribuo(wine));

        assertThatModel(model)
                .on(wine)
                .predictsWithin(Duration.ofSeconds(1))
                .atPercentile(95)
                .hasThroughputAtLeast(10)
                .allocatesAtMost(50_000_000)
                .hasSizeAtMost(20_000_000);
    }

    private static RandomForestTrainer<Label> forest() {
        return new RandomForestTrainer<>(
                new CARTClassificationTrainer(Integer.MAX_VALUE, 0.3f, 1), new VotingCombiner(), 100, 1);
    }

    private static MutableDataset<Label> tribuo(Dataset<double[]> data) {
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("wine", new LabelFactory()), new LabelFactory());
        String[] names = data.featureNames().toArray(String[]::new);
        LabelTargets targets = (LabelTargets) data.targets();
        for (int row = 0; row < data.size(); row++) {
            dataset.add(new ArrayExample<>(new Label(targets.label(row)), names, data.input(row)));
        }
        return dataset;
    }
}
