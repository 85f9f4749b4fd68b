package dev.assay.files;

import dev.assay.data.InvalidDataException;
import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreMeaning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One number for each example, perhaps with quantiles. */
final class NumbersColumns implements PredictionColumns {

    private final FileColumns columns;
    private final Optional<NumberColumn> truth;
    private final NumberColumn predicted;
    private final List<NumberColumn> quantiles;
    private final double[] levels;

    NumbersColumns(FileColumns columns) {
        this.columns = columns;
        this.truth = columns.numbers(Role.TRUTH);
        this.predicted = columns.numbers(Role.PREDICTED).orElseThrow();
        Map<String, NumberColumn> byLevel = columns.allNumbers(Role.QUANTILE);
        this.quantiles = List.copyOf(byLevel.values());
        this.levels = byLevel.entrySet().stream()
                .mapToDouble(each -> level(each.getKey(), each.getValue()))
                .toArray();
    }

    private double level(String text, NumberColumn column) {
        try {
            return Decimals.parse(text);
        } catch (NumberFormatException e) {
            throw new InvalidDataException(
                    columns.places().of(0) + ": column '" + column.name()
                            + "' is not named by a level, such as 'quantile_0.9'; leave it out with ignoring(\""
                            + column.name() + "\")",
                    e);
        }
    }

    @Override
    public NumberTargets truth(int... rows) {
        return Targets.numbers(
                IntStream.of(rows).mapToDouble(truth.orElseThrow()::get).toArray());
    }

    @Override
    public NumberPredictions predictions(int... rows) {
        NumberPredictions numbers = Predictions.numbers(
                IntStream.of(rows).mapToDouble(predicted::get).toArray());
        Scoring scoring = new Scoring(ScoreMeaning.MARGINS, columns, columns.allNumbers(Role.QUANTILE));
        return !quantiles.isEmpty() && scoring.hasScores(rows)
                ? numbers.withQuantiles(levels, scoring.rowMajor(rows))
                : numbers;
    }
}
