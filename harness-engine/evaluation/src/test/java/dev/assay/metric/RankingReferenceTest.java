package dev.assay.metric;

import static dev.assay.metric.RankingMetrics.DCG;
import static dev.assay.metric.RankingMetrics.NDCG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.reference.ReferenceCase;
import dev.assay.reference.ReferenceCases;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with scikit-learn 1.2.1, within 1e-12 · max(1, |expected|). */
class RankingReferenceTest {

    private static final Map<String, Metric> METRICS = Map.of(
            "ndcg", NDCG,
            "ndcg@1", NDCG.at(1),
            "ndcg@3", NDCG.at(3),
            "ndcg@5", NDCG.at(5),
            "dcg", DCG,
            "dcg@3", DCG.at(3));

    private static List<ReferenceCase> cases() {
        return ReferenceCases.read("ranking.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agrees_with_scikit_learn(ReferenceCase reference) {
        assertSoftly(softly -> {
            ReferenceValues values = new ReferenceValues(softly, reference, outcomes(reference));
            for (String field : reference.expectedFields()) {
                if (METRICS.containsKey(field)) {
                    values.compare(field, METRICS.get(field));
                } else {
                    softly.fail("%s: no metric for %s", reference, field);
                }
            }
        });
    }

    private static Outcomes outcomes(ReferenceCase reference) {
        int documents = reference.integerRows("relevance")[0].length;
        double[] relevance = reference.numbers("relevance");
        return Outcomes.of(Targets.numbers(relevance), Predictions.numbers(reference.numbers("scores")))
                .withGroups(IntStream.range(0, relevance.length)
                        .mapToObj(row -> "query " + row / documents)
                        .toList());
    }

    @Test
    void has_cases_for_every_metric() {
        assertThat(ReferenceValues.fields(cases())).isEqualTo(METRICS.keySet());
    }
}
