package dev.assay.files;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.PredictedFold;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes evaluations of the columns of a file: examples, then folds of each model, then what was predicted in them. */
final class Assembly {

    private final Options options;
    private final FileColumns columns;
    private final ExampleRows examples;
    private final PredictionColumns predictions;

    Assembly(Options options, FileColumns columns) {
        this.options = options;
        this.columns = columns;
        this.examples = new ExampleRows(options, columns);
        this.predictions = PredictionColumns.of(options, columns);
    }

    /** Where predictions were made. */
    private record Place(int model, int repeat, int fold) {}

    List<Evaluation> evaluations() {
        Dataset<?> data = data();
        Map<Integer, Map<Place, int[]>> byModel = new TreeMap<>();
        places().forEach((place, rows) -> byModel.computeIfAbsent(
                        place.model,
                        model -> new TreeMap<>(
                                Comparator.comparingInt(Place::repeat).thenComparingInt(Place::fold)))
                .put(place, rows));
        List<Evaluation> evaluations = new ArrayList<>();
        byModel.forEach((model, folds) -> evaluations.add(evaluation(data, model, folds)));
        return evaluations;
    }

    private Dataset<?> data() {
        int[] rows = IntStream.range(0, examples.size()).map(examples::row).toArray();
        // the inputs are not in the file; ids and targets tell examples apart
        Dataset<?> data = Dataset.of(Collections.nCopies(rows.length, ""), predictions.truth(rows))
                .named(options.dataName == null ? options.fileName() : options.dataName);
        Optional<List<String>> ids = examples.ids();
        if (ids.isPresent()) {
            data = data.withIds(ids.get());
        }
        Optional<TextColumn> groups = columns.texts(Role.GROUP);
        if (groups.isPresent()) {
            data = data.withGroups(texts(groups.get(), rows));
        }
        Optional<NumberColumn> weights = columns.numbers(Role.WEIGHT);
        if (weights.isPresent()) {
            data = weighted(data, weights.get(), rows);
        }
        for (Map.Entry<String, TextColumn> attribute : columns.attributes().entrySet()) {
            data = data.withAttribute(attribute.getKey(), texts(attribute.getValue(), rows));
        }
        return data;
    }

    private static List<String> texts(TextColumn column, int... rows) {
        return IntStream.of(rows)
                .mapToObj(row -> column.isMissing(row) ? "" : column.get(row))
                .toList();
    }

    private <X> Dataset<X> weighted(Dataset<X> data, NumberColumn column, int... rows) {
        for (int row = 0; row < columns.rows(); row++) {
            if (column.get(row) < 0) {
                throw columns.places().fault(row, column, "the weight is negative: " + column.get(row));
            }
        }
        try {
            return data.withWeights(IntStream.of(rows).mapToDouble(column::get).toArray());
        } catch (InvalidDataException e) {
            throw new InvalidDataException(options.file + ", column '" + column.name() + "': " + e.getMessage(), e);
        }
    }

    /** Returns the rows of each place, sorted by example. */
    private Map<Place, int[]> places() {
        int[] folds = numbers(Role.FOLD);
        int[] repeats = numbers(Role.REPEAT);
        TextColumn models = columns.texts(Role.MODEL).orElse(null);
        Map<Place, Integer> bucketOf = new HashMap<>();
        int[] bucket = new int[columns.rows()];
        @Nullable Place last = null;
        int lastBucket = -1;
        for (int row = 0; row < bucket.length; row++) {
            Place place = new Place(models == null ? 0 : models.code(row), repeats[row], folds[row]);
            // neighbours are mostly of one fold
            if (!place.equals(last)) {
                last = place;
                lastBucket = bucketOf.computeIfAbsent(place, unknown -> bucketOf.size());
            }
            bucket[row] = lastBucket;
        }
        int[] sizes = new int[bucketOf.size()];
        for (int each : bucket) {
            sizes[each]++;
        }
        List<long[]> rowsOf = new ArrayList<>();
        IntStream.of(sizes).forEach(size -> rowsOf.add(new long[size]));
        int[] next = new int[sizes.length];
        for (int row = 0; row < bucket.length; row++) {
            // examples above rows, so that sorting sorts by example
            rowsOf.get(bucket[row])[next[bucket[row]]++] = (long) examples.example(row) << Integer.SIZE | row;
        }
        Map<Place, int[]> places = new HashMap<>();
        bucketOf.forEach((place, index) -> places.put(place, sorted(place, rowsOf.get(index))));
        return places;
    }

    private int[] sorted(Place place, long[] examplesAndRows) {
        Arrays.sort(examplesAndRows);
        int[] rows = Arrays.stream(examplesAndRows).mapToInt(each -> (int) each).toArray();
        for (int i = 1; i < rows.length; i++) {
            if (examples.example(rows[i]) == examples.example(rows[i - 1])) {
                throw columns.places()
                        .fault(
                                rows[i],
                                "example " + examples.id(examples.example(rows[i])) + " is there twice"
                                        + (columns.texts(Role.FOLD).isEmpty()
                                                ? ""
                                                : " in fold " + place.fold + " of repeat " + place.repeat)
                                        + ", before in " + columns.places().of(rows[i - 1])
                                        + "; leave one out, or tell them apart by a column 'fold', 'repeat' or 'model'");
            }
        }
        return rows;
    }

    /** Reads a column of whole numbers, all 0 if there is none. */
    private int[] numbers(Role role) {
        int[] numbers = new int[columns.rows()];
        Optional<TextColumn> column = columns.texts(role);
        if (column.isPresent()) {
            int[] ofCode = new int[column.get().values().size()];
            Arrays.fill(ofCode, -1);
            for (int row = 0; row < numbers.length; row++) {
                int code = column.get().code(row);
                if (ofCode[code] < 0) {
                    ofCode[code] = number(column.get(), row);
                }
                numbers[row] = ofCode[code];
            }
        }
        return numbers;
    }

    private int number(TextColumn column, int row) {
        String text = column.get(row).strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw columns.places()
                    .fault(row, column, "the cell is \"" + text + "\", but a whole number from 0 was expected");
        }
        return Integer.parseInt(text);
    }

    private Evaluation evaluation(Dataset<?> data, int model, Map<Place, int[]> folds) {
        String name = columns.texts(Role.MODEL)
                .map(models -> models.values().get(model))
                .orElse(options.candidate == null ? options.stem() : options.candidate);
        if (folds.size() == 1) {
            int[] rows = folds.values().iterator().next();
            if (rows.length < data.size()) {
                throw new InvalidDataException(
                        options.file + ": model \"" + name + "\" has predictions for " + rows.length + " of "
                                + data.size() + " examples; leave the others out, or add what it predicts for them");
            }
            return Evaluation.ofPredictions(name, data, predictions(rows));
        }
        if (!options.overlaps) {
            requireNoOverlaps(folds);
        }
        List<PredictedFold> predicted = new ArrayList<>();
        folds.forEach((place, rows) -> predicted.add(new PredictedFold(
                Split.of(
                                place.fold,
                                data.size(),
                                IntStream.of(rows).map(examples::example).toArray())
                        .inRepeat(place.repeat),
                predictions(rows))));
        return Evaluation.ofPredictions(name, data, description(folds), predicted)
                .withRemarks(List.of(options.fileName()
                        + " doesn't tell what each model was trained on: "
                        + "it is taken to be all examples that its fold doesn't test"));
    }

    private static String description(Map<Place, int[]> folds) {
        long repeats = folds.keySet().stream().map(Place::repeat).distinct().count();
        String whatever = folds.size() % repeats == 0
                ? folds.size() / repeats + " folds" + (repeats == 1 ? "" : " x " + repeats)
                : folds.size() + " folds in " + repeats + " repeats";
        return "predictions of " + whatever + " from a file";
    }

    private void requireNoOverlaps(Map<Place, int[]> folds) {
        int[] testedIn = new int[examples.size()];
        int repeat = -1;
        for (Map.Entry<Place, int[]> each : folds.entrySet()) {
            if (each.getKey().repeat != repeat) {
                Arrays.fill(testedIn, -1);
                repeat = each.getKey().repeat;
            }
            for (int row : each.getValue()) {
                int example = examples.example(row);
                if (testedIn[example] >= 0) {
                    throw columns.places()
                            .fault(
                                    row,
                                    "example " + examples.id(example) + " is in fold " + each.getKey().fold
                                            + " of repeat " + repeat + " and in fold " + testedIn[example]
                                            + " of it; correct the folds, number repeats in a column 'repeat',"
                                            + " or say allowingOverlaps() if they are those of"
                                            + " a bootstrap or of shuffle splits");
                }
                testedIn[example] = each.getKey().fold;
            }
        }
    }

    private Predictions predictions(int... rows) {
        return predictions.predictions(options, columns.places(), rows);
    }
}
