package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.result.ClassResults;
import dev.assay.result.Result.FindingEntry;
import dev.assay.result.Result.FindingKind;
import dev.assay.result.Result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ModelCardTest {

    private static JsonNode frontMatter(String card) {
        assertThat(card).startsWith("---\n");
        return YAMLMapper.builder().build().readTree(card.substring(4, card.indexOf("\n---\n") + 1));
    }

    private static ClassResults named(String name) {
        return SummaryFixture.results(SummaryFixture.result(
                name, List.of(SummaryFixture.metric("accuracy", 0.9612345678, 0.94, 0.975)), List.of()));
    }

    @Test
    void the_front_matter_is_a_model_index() {
        JsonNode model = frontMatter(ModelCard.of(SummaryFixture.usual(), "logistic regression"))
                .required("model-index")
                .get(0);

        assertThat(model.required("name").asString()).isEqualTo("logistic regression");
        JsonNode result = model.required("results").get(0);
        assertThat(result.required("task").required("type").asString()).isEqualTo("tabular-classification");
        assertThat(result.required("dataset").required("type").asString()).isEqualTo("tumours");
        assertThat(result.required("dataset").required("name").asString()).isEqualTo("tumours");
        JsonNode metrics = result.required("metrics");
        assertThat(metrics).as("without what is undefined").hasSize(2);
        assertThat(metrics.get(1).required("type").asString()).isEqualTo("f1");
        assertThat(metrics.get(1).required("name").asString()).isEqualTo("F1 of \"malignant\"");
        assertThat(metrics.get(1).required("value").asDouble()).isEqualTo(0.9451);
        assertThat(metrics.get(1).required("verified").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "1.0",
                "a: b # c",
                "- x",
                "\"quoted\" 'single' \\n \\",
                "---",
                "line\nbreak\ttab",
                "\u0000\u0007\u0085\u2028\uFEFF",
                "随机森林 🦊",
                "{a: [1]}",
                "!!java",
                "&x *x"
            })
    void names_come_back_from_the_front_matter_as_they_are(String name) {
        assertThat(frontMatter(ModelCard.of(named(name), name))
                        .required("model-index")
                        .get(0)
                        .required("name")
                        .asString())
                .isEqualTo(name);
    }

    @Test
    void half_a_character_does_not_break_the_front_matter() {
        assertThat(frontMatter(ModelCard.of(named("x\uD83Dy"), "x\uD83Dy"))
                        .required("model-index")
                        .get(0)
                        .required("name")
                        .asString())
                .isEqualTo("x\uFFFDy");
    }

    @ParameterizedTest
    @CsvSource({
        "accuracy, accuracy",
        "F1, f1",
        "macro F1, f1",
        "'recall of \"a of \"\"b\"', recall",
        "ROC AUC, roc_auc",
        "root mean squared error, rmse",
        "log loss, log_loss"
    })
    void metrics_have_the_names_that_the_hub_knows(String name, String type) {
        assertThat(FrontMatter.metricType(name)).isEqualTo(type);
    }

    @Test
    void tells_what_came_out_with_intervals_or_the_reason_why_there_is_none() {
        assertThat(ModelCard.of(SummaryFixture.usual(), "logistic regression"))
                .contains(
                        "# logistic regression\n",
                        "| metric | value | 95 % interval | better |",
                        "| F1 of \"malignant\" | 0.9451 | 0.9131 to 0.9660 | higher |",
                        "| ROC AUC | undefined: no positive row | one fold alone tells nothing | higher |",
                        "- interval of accuracy, F1 of \"malignant\": corrected t, of the training procedure\n",
                        "- not met: F1 of \"malignant\" to be at least 0.9500, but it was 0.9451\n",
                        "| sex = f\\|m | 20 | accuracy | 0.9000 | 0.7000 to 0.9500 |",
                        "- data fingerprint: sha256:abc\n",
                        "- positive label: \"malignant\"\n");
    }

    @Test
    void has_all_sections_in_order() {
        assertThat(ModelCard.of(SummaryFixture.usual(), "logistic regression"))
                .containsSubsequence(
                        "## Evaluation data",
                        "## Procedure",
                        "## Metrics",
                        "## Criteria",
                        "## Slices",
                        "## Leakage",
                        "## What these numbers can't tell",
                        "## Provenance");
    }

    @Test
    void tells_of_leaks() {
        FindingEntry leak = new FindingEntry(
                FindingKind.DUPLICATES, Severity.LEAK, "3 rows are copies", 3, List.of(), List.of(), List.of());
        ClassResults results =
                SummaryFixture.results(SummaryFixture.result("forest", List.of(), List.of(), List.of(leak)));

        assertThat(ModelCard.of(results, "forest"))
                .contains("## Leakage\n\n- leak: 3 rows are copies\n")
                .doesNotContain("Nothing was found");
        assertThat(ModelCard.of(SummaryFixture.usual(), "majority class")).contains("Nothing was found");
    }

    @Test
    void names_the_candidates_there_are_if_there_is_none_of_the_name() {
        assertThatThrownBy(() -> ModelCard.of(SummaryFixture.usual(), "forest"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("org.clinic.TumourModelTest has no result of a candidate \"forest\", but of"
                        + " \"logistic regression\", \"majority class\"");
    }
}
