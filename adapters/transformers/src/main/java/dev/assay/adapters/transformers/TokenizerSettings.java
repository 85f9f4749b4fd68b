package dev.assay.adapters.transformers;

import dev.assay.learning.InvalidModelException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * How a tokenizer cuts and pads.
 *
 * @param maxLength the most tokens of a text, with special ones; none if texts aren't cut
 * @param fixedLength the number of tokens that texts are padded to at least, instead of the longest of the batch
 * @param multipleOf what the number of tokens is rounded up to a multiple of
 * @param padId the token that fills up
 * @param padTypeId the type of that token
 * @param padLeft whether it comes in front
 */
record TokenizerSettings(
        OptionalInt maxLength, OptionalInt fixedLength, int multipleOf, long padId, long padTypeId, boolean padLeft) {

    /**
     * Reads what the files say: the tokenizer's own settings first, then what goes with it, then the limits of the model.
     *
     * @param tokenizer {@code tokenizer.json}
     * @param tokenizerConfig {@code tokenizer_config.json}, empty if there is none
     * @param config {@code config.json}
     */
    static TokenizerSettings of(JsonNode tokenizer, JsonNode tokenizerConfig, JsonNode config) {
        JsonNode truncation = tokenizer.path("truncation");
        JsonNode padding = tokenizer.path("padding");
        String truncationSide = truncation
                .path("direction")
                .asString(tokenizerConfig.path("truncation_side").asString("right"));
        if (truncationSide.equalsIgnoreCase("left")) {
            throw new InvalidModelException(
                    "the tokenizer cuts texts at their beginning (truncation side \"left\"), which isn't"
                            + " supported; texts are cut at their end");
        }
        String paddingSide = padding.path("direction")
                .asString(tokenizerConfig.path("padding_side").asString("right"));
        return new TokenizerSettings(
                maxLength(truncation, tokenizerConfig, config),
                size(padding.path("strategy").path("Fixed")),
                Math.max(1, size(padding.path("pad_to_multiple_of")).orElse(1)),
                padding.path("pad_id").asLong(padId(tokenizer, tokenizerConfig, config)),
                padding.path("pad_type_id").asLong(0),
                paddingSide.equalsIgnoreCase("left"));
    }

    private static OptionalInt maxLength(JsonNode truncation, JsonNode tokenizerConfig, JsonNode config) {
        OptionalInt own = size(truncation.path("max_length"));
        if (own.isPresent()) {
            return own;
        }
        OptionalInt ofModel = size(tokenizerConfig.path("model_max_length"));
        return ofModel.isPresent() ? ofModel : positions(config);
    }

    private static OptionalInt positions(JsonNode config) {
        OptionalInt all = size(config.path("max_position_embeddings"));
        String type = config.path("model_type").asString("");
        boolean behindPadding = type.contains("roberta") || type.equals("camembert");
        // these number positions from the one behind that of the padding token
        int unused = behindPadding ? config.path("pad_token_id").asInt(1) + 1 : 0;
        return all.isPresent() && all.getAsInt() > unused
                ? OptionalInt.of(all.getAsInt() - unused)
                : OptionalInt.empty();
    }

    /** Reads a number of tokens; Transformers writes 1e30 for none. */
    private static OptionalInt size(JsonNode number) {
        return number.isNumber() && number.doubleValue() >= 1 && number.doubleValue() <= Integer.MAX_VALUE
                ? OptionalInt.of(number.intValue())
                : OptionalInt.empty();
    }

    private static long padId(JsonNode tokenizer, JsonNode tokenizerConfig, JsonNode config) {
        JsonNode token = tokenizerConfig.path("pad_token");
        String text = token.isObject() ? token.path("content").asString("") : token.asString("");
        Optional<JsonNode> added = StreamSupport.stream(
                        tokenizer.path("added_tokens").spliterator(), false)
                .filter(each -> each.path("content").asString("").equals(text))
                .findFirst();
        return added.map(each -> each.path("id").asLong(0))
                .orElse(config.path("pad_token_id").asLong(0));
    }

    /** Limits texts to what the model takes, and pads all to it, where it was exported for one length. */
    TokenizerSettings ofLength(int length) {
        return new TokenizerSettings(
                OptionalInt.of(Math.min(length, maxLength.orElse(length))),
                OptionalInt.of(length),
                1,
                padId,
                padTypeId,
                padLeft);
    }

    /** Returns how many tokens a batch has, the longest text of which has so many. */
    int paddedLength(int longest) {
        int least = Math.max(1, Math.max(longest, fixedLength.orElse(longest)));
        return (least + multipleOf - 1) / multipleOf * multipleOf;
    }
}
