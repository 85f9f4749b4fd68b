package dev.assay.tensors;

import dev.assay.data.Labels;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreMeaning;
import java.util.function.Function;

/**
 * How the numbers of an output are read.
 *
 * @param width how many there are for each row
 * @param expected the same in words
 * @param predictions makes predictions of all of them
 */
record OutputReading(int width, String expected, Function<OutputCells, Predictions> predictions) {

    static OutputReading scores(ScoreMeaning meaning, Labels labels) {
        return new OutputReading(
                labels.size(),
                "a score for each of the " + labels.size() + " labels " + labels + " for each row",
                cells -> cells.isSingle() ? meaning.of(labels, cells.singles()) : meaning.of(labels, cells.doubles()));
    }

    static OutputReading score(ScoreMeaning meaning, Labels labels, int label) {
        return new OutputReading(
                1,
                "one score for each row, that of \"" + labels.name(label) + "\"",
                cells -> meaning.ofOne(labels, label, cells.doubles()));
    }

    static OutputReading numbers() {
        return new OutputReading(1, "one number for each row", cells -> Predictions.numbers(cells.doubles()));
    }
}
