package dev.assay.adapters.transformers;

import dev.assay.adapters.onnx.BatchEncoder;
import dev.assay.adapters.onnx.OnnxBatch;
import dev.assay.adapters.onnx.OnnxModel;
import dev.assay.adapters.onnx.OnnxPort;
import dev.assay.learning.InvalidModelException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pads the tokens of a batch of texts to one length. */
final class TokenEncoder implements BatchEncoder<Tokens> {

    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";

    private final TokenizerSettings settings;
    private final Set<String> inputs;

    private TokenEncoder(TokenizerSettings settings, Set<String> inputs) {
        this.settings = settings;
        this.inputs = inputs;
    }

    static TokenEncoder of(OnnxModel model, TokenizerSettings settings) {
        Set<String> inputs = model.inputs().stream().map(OnnxPort::name).collect(Collectors.toSet());
        if (!inputs.contains(IDS) || !Set.of(IDS, MASK, TYPES).containsAll(inputs)) {
            throw new InvalidModelException(model.file() + " should take " + IDS + ", and perhaps " + MASK + " and "
                    + TYPES + ", but takes " + model.inputs());
        }
        return new TokenEncoder(settings, inputs);
    }

    @Override
    public void encode(List<? extends Tokens> rows, OnnxBatch batch) {
        int longest = rows.stream().mapToInt(Tokens::length).max().orElse(0);
        int length = settings.paddedLength(longest);
        long[] ids = new long[Math.multiplyExact(rows.size(), length)];
        long[] mask = new long[ids.length];
        long[] types = new long[ids.length];
        Arrays.fill(ids, settings.padId());
        Arrays.fill(types, settings.padTypeId());
        for (int row = 0; row < rows.size(); row++) {
            Tokens tokens = rows.get(row);
            int from = row * length + (settings.padLeft() ? length - tokens.length() : 0);
            tokens.copyIds(ids, from);
            tokens.copyTypes(types, from);
            Arrays.fill(mask, from, from + tokens.length(), 1);
        }
        batch.longs(IDS, ids, rows.size(), length);
        if (inputs.contains(MASK)) {
            batch.longs(MASK, mask, rows.size(), length);
        }
        if (inputs.contains(TYPES)) {
            batch.longs(TYPES, types, rows.size(), length);
        }
    }
}
