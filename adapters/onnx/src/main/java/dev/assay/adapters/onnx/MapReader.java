package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import dev.assay.data.Labels;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreMeaning;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a sequence of maps from label to score, with which skl2onnx ends a classifier unless told otherwise (ZipMap). */
final class MapReader implements OutputReader {

    private final String source;
    private final ScoreMeaning meaning;
    private final int total;
    /** Those that were said or stand in the metadata; else the keys of the first map. */
    private @Nullable Labels labels;

    private float[] scores = new float[0];
    private int filled;

    MapReader(String source, ScoreMeaning meaning, Optional<Labels> labels, int total) {
        this.source = source;
        this.meaning = meaning;
        this.total = total;
        this.labels = labels.orElse(null);
    }

    @Override
    public void read(OnnxValue value, int rows, int wanted) throws OrtException {
        if (!(value instanceof OnnxSequence sequence)) {
            throw new InvalidPredictionsException(source + " gave " + value.getInfo() + ", not a sequence of maps");
        }
        List<? extends OnnxValue> maps = sequence.getValue();
        try {
            if (maps.size() != rows) {
                throw new InvalidPredictionsException(source + " gave " + maps.size() + " maps for " + rows + " rows");
            }
            for (OnnxValue map : maps.subList(0, wanted)) {
                read(((OnnxMap) map).getValue());
            }
        } finally {
            // each has native memory of its own
            maps.forEach(OnnxValue::close);
        }
    }

    private void read(Map<?, ?> row) {
        Labels known = labels;
        if (known == null) {
            known = sorted(row.keySet());
            labels = known;
        }
        if (scores.length == 0) {
            scores = new float[Math.multiplyExact(total, known.size())];
        }
        if (row.size() != known.size()) {
            throw new InvalidPredictionsException(
                    source + " gave scores of " + row.keySet() + ", but the labels are " + known);
        }
        for (Map.Entry<?, ?> score : row.entrySet()) {
            int label = score.getKey() instanceof Long number
                    ? LabelNames.index(source, known, number)
                    : LabelNames.index(source, known, String.valueOf(score.getKey()));
            scores[filled + label] = ((Number) score.getValue()).floatValue();
        }
        filled += known.size();
    }

    private static Labels sorted(Collection<?> keys) {
        return Labels.of(new TreeSet<>(keys).stream().map(String::valueOf).toList());
    }

    @Override
    public Predictions predictions() {
        if (labels == null) {
            throw new InvalidPredictionsException(
                    source + " gave nothing to take labels from; name them: withLabels(…)");
        }
        return meaning.of(labels, scores);
    }
}
