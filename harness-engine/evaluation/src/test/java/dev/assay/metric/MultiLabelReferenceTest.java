package dev.assay.metric;

import static dev.assay.metric.MultiLabelMetrics.COVERAGE_ERROR;
import static dev.assay.metric.MultiLabelMetrics.F1;
import static dev.assay.metric.MultiLabelMetrics.HAMMING_LOSS;
import static dev.assay.metric.MultiLabelMetrics.JACCARD;
import static dev.assay.metric.MultiLabelMetrics.LABEL_RANKING_AVERAGE_PRECISION;
import static dev.assay.metric.MultiLabelMetrics.PRECISION;
import static dev.assay.metric.MultiLabelMetrics.RANKING_LOSS;
import static dev.assay.metric.MultiLabelMetrics.RECALL;
import static dev.assay.metric.MultiLabelMetrics.SUBSET_ACCURACY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.reference.ReferenceCase;
import dev.assay.reference.ReferenceCases;
import dev.assay.testing.Examples;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with scikit-learn 1.2.1, within 1e-12 · max(1, |expected|). */
class MultiLabelReferenceTest {

    /** The reference's name of each average, and how it is chosen. */
    private static final Map<String, UnaryOperator<LabelSetMetric>> AVERAGES = Map.of(
            "micro", LabelSetMetric::micro,
            "macro", LabelSetMetric::macro,
            "weighted", LabelSetMetric::weighted,
            "samples", LabelSetMetric::samples);

    private static final Map<String, LabelSetMetric> QUOTIENTS =
            Map.of("precision", PRECISION, "recall", RECALL, "f1", F1, "jaccard", JACCARD);

    /** Fields that are one metric's value. */
    private static final Map<String, Metric> SINGLE = single();

    /** Fields that are a list: one value for each label. */
    private static final Map<String, LabelSetMetric> PER_LABEL = perLabel();

    private static Map<String, Metric> single() {
        Map<String, Metric> metrics = new HashMap<>(Map.of(
                "subsetAccuracy", SUBSET_ACCURACY,
                "hammingLoss", HAMMING_LOSS,
                "coverageError", COVERAGE_ERROR,
                "rankingLoss", RANKING_LOSS,
                "labelRankingAveragePrecision", LABEL_RANKING_AVERAGE_PRECISION));
        AVERAGES.forEach((average, choice) ->
                QUOTIENTS.forEach((name, quotient) -> metrics.put(average + "." + name, choice.apply(quotient))));
        return metrics;
    }

    private static Map<String, LabelSetMetric> perLabel() {
        Map<String, LabelSetMetric> metrics = new HashMap<>();
        QUOTIENTS.forEach((name, quotient) -> metrics.put("perClass." + name, quotient));
        return metrics;
    }

    private static List<ReferenceCase> cases() {
        return ReferenceCases.read("multilabel.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agrees_with_scikit_learn(ReferenceCase reference) {
        Outcomes outcomes = outcomes(reference);
        assertSoftly(softly -> {
            ReferenceValues values = new ReferenceValues(softly, reference, outcomes);
            for (String field : reference.expectedFields()) {
                if (PER_LABEL.containsKey(field)) {
                    values.compare(
                            field,
                            outcomes.labelSetTruth().labels().names().stream()
                                    .map(PER_LABEL.get(field)::ofLabel)
                                    .toList());
                } else if (SINGLE.containsKey(field)) {
                    values.compare(field, SINGLE.get(field));
                } else {
                    softly.fail("%s: no metric for %s", reference, field);
                }
            }
        });
    }

    private static Outcomes outcomes(ReferenceCase reference) {
        int[][] truth = reference.integerRows("truth");
        Labels labels = Examples.vocabulary(truth[0].length);
        return Outcomes.of(
                Targets.labelSets(labels, sets(labels, truth)),
                Predictions.labelSets(labels, sets(labels, reference.integerRows("predicted")))
                        .withScores(reference.numbers("scores")));
    }

    private static List<List<String>> sets(Labels labels, int[][] members) {
        return Arrays.stream(members)
                .map(row -> IntStream.range(0, row.length)
                        .filter(label -> row[label] == 1)
                        .mapToObj(labels::name)
                        .toList())
                .toList();
    }

    @Test
    void has_cases_for_every_metric() {
        Set<String> judged = new HashSet<>(SINGLE.keySet());
        judged.addAll(PER_LABEL.keySet());

        assertThat(ReferenceValues.fields(cases())).isEqualTo(judged);
    }
}
