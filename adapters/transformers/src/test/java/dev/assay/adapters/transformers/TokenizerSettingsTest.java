package dev.assay.adapters.transformers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TokenizerSettingsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static TokenizerSettings settings(String tokenizer, String tokenizerConfig, String config) {
        return TokenizerSettings.of(JSON.readTree(tokenizer), JSON.readTree(tokenizerConfig), JSON.readTree(config));
    }

    @Test
    void the_tokenizer_decides_then_its_settings_then_the_model() {
        String own = "{\"truncation\": {\"max_length\": 100}, \"padding\": {\"direction\": \"Left\", \"pad_id\": 7}}";
        String beside = "{\"model_max_length\": 200, \"padding_side\": \"left\", \"pad_token\": \"[PAD]\"}";
        String model = "{\"max_position_embeddings\": 300, \"pad_token_id\": 9}";

        assertThat(settings(own, beside, model).maxLength()).hasValue(100);
        assertThat(settings(own, beside, model).padId()).isEqualTo(7);
        assertThat(settings(own, "{}", model).padLeft()).isTrue();
        assertThat(settings("{}", beside, model).maxLength()).hasValue(200);
        assertThat(settings("{}", beside, model).padLeft()).isTrue();
        assertThat(settings("{}", "{\"model_max_length\": 1e30}", model).maxLength())
                .hasValue(300);
        assertThat(settings("{}", "{}", model).padId()).isEqualTo(9);
        assertThat(settings("{}", "{}", model).padLeft()).isFalse();
        assertThat(settings("{}", "{}", "{}").maxLength()).isEmpty();
    }

    @Test
    void the_padding_token_is_found_by_its_text() {
        String tokenizer =
                "{\"added_tokens\": [{\"id\": 3, \"content\": \"<s>\"}, {\"id\": 5, \"content\": \"<pad>\"}]}";

        assertThat(settings(tokenizer, "{\"pad_token\": \"<pad>\"}", "{}").padId())
                .isEqualTo(5);
        assertThat(settings(tokenizer, "{\"pad_token\": {\"content\": \"<pad>\"}}", "{}")
                        .padId())
                .isEqualTo(5);
    }

    @Test
    void models_that_number_positions_behind_the_padding_take_fewer_tokens() {
        String config = "{\"model_type\": \"xlm-roberta\", \"max_position_embeddings\": 514, \"pad_token_id\": 1}";

        assertThat(settings("{}", "{}", config).maxLength()).hasValue(512);
    }

    @Test
    void batches_are_padded_to_the_longest_a_fixed_length_or_a_multiple() {
        TokenizerSettings plain = settings("{\"padding\": null, \"truncation\": null}", "{}", "{}");
        TokenizerSettings rounded =
                settings("{\"padding\": {\"strategy\": {\"Fixed\": 20}, \"pad_to_multiple_of\": 8}}", "{}", "{}");

        assertThat(plain.paddedLength(13)).isEqualTo(13);
        assertThat(plain.paddedLength(0)).isEqualTo(1);
        assertThat(rounded.paddedLength(13)).isEqualTo(24);
        assertThat(rounded.paddedLength(25)).isEqualTo(32);
        assertThat(rounded.ofLength(64).paddedLength(13)).isEqualTo(64);
        assertThat(rounded.ofLength(64).maxLength()).hasValue(64);
    }

    @Test
    void texts_that_are_cut_at_their_beginning_are_refused() {
        assertThatThrownBy(() -> settings("{}", "{\"truncation_side\": \"left\"}", "{}"))
                .hasMessageContaining("truncation side \"left\"");
    }
}
