package dev.assay.files;

import dev.assay.data.InvalidDataException;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreMeaning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Predictions that were made elsewhere, such as in Python, and arrive as a file, to be judged as any others.
 *
 * <pre>{@code
 * Evaluation model = PredictionFile.of(Path.of("predictions.csv")).positive("malignant").evaluation();
 * assertThatModel(model).hasF1AtLeast(0.9);
 * }</pre>
 *
 * <p>A file has one row for each prediction. Its form is told by its name: JSON Lines for {@code .jsonl} and {@code
 * .ndjson}, an archive of NumPy's arrays for {@code .npz}, a folder of {@code .npy} files for a folder, whatever a {@link
 * TableFormat} on the class path reads, such as Parquet with {@code assay-duckdb}, and CSV for all else.
 * Columns (arrays) are known by their names, unless {@link #column} tells others:
 *
 * <ul>
 *   <li>{@code truth}, and {@code predicted} or a {@code score_<label>} for each label. Where there are scores only, the
 *       label of the highest is the predicted one; where there are both, {@code predicted} is. In NumPy's files an array
 *       {@code scores} of as many columns as there are labels, which an array {@code labels} names, stands for all scores.
 *   <li>{@code quantile_<level>} beside predicted {@link #numbers}
 *   <li>{@code row}: the id of the example; needed where one example is in several rows
 *   <li>{@code fold}, {@code repeat}: whole numbers from 0. Without them, or with one fold only, the predictions are those
 *       of one fitted model on a test set. With several folds they are those of a cross-validation, each fold's model
 *       taken to be trained on all rows of the file that the fold doesn't test.
 *   <li>{@code model}: who predicted, in a file of several models
 *   <li>{@code weight}, {@code group}
 *   <li>any other column is an attribute of the examples, by which they can be {@linkplain dev.assay.data.Slice sliced}
 * </ul>
 *
 * <p>Examples are in the order of their ids if these are whole numbers, or else as they first occur. Scores are taken to
 * be probabilities and checked to be such, unless {@link #logits} or {@link #margins} says otherwise; margins are never
 * guessed. Labels are in the order of the scores, or else sorted. Nothing but the columns is kept while a file is read.
 *
 * <p>Immutable. The file is read by {@link #evaluation()}, {@link #evaluations}, {@link #comparison} and {@link
 * #predictions}, anew each time.
 */
public final class PredictionFile {

    private final Options options;

    private PredictionFile(Options options) {
        this.options = options;
    }

    /**
     * Names the file; nothing is read yet.
     *
     * @param file a path, relative to the working directory or absolute
     * @return a reader to be told more
     */
    public static PredictionFile of(Path file) {
        return new PredictionFile(new Options(file));
    }

    private PredictionFile with(Consumer<Options> change) {
        return new PredictionFile(options.with(change));
    }

    /**
     * Says what a column is called in this file.
     *
     * @param conventional what it is called by convention, such as "truth" or "score_malignant"
     * @param column what it is called here
     * @return a reader that knows
     * @throws IllegalArgumentException if nothing is called so by convention
     */
    public PredictionFile column(String conventional, String column) {
        if (!NumpyReading.isConventional(conventional) && !Layout.isConventional(conventional)) {
            throw new IllegalArgumentException("no column is called \"" + conventional
                    + "\" by convention, but row, repeat, fold, truth, predicted, weight, group, model, score_<label> and "
                    + "quantile_<level> are; any other column is an attribute under its own name");
        }
        return with(changed -> changed.names.put(conventional, column));
    }

    /**
     * Leaves columns out.
     *
     * @param columns their names in this file
     * @return a reader that knows
     */
    public PredictionFile ignoring(String... columns) {
        return with(changed -> changed.ignored.addAll(Arrays.asList(columns)));
    }

    /**
     * Says what separates the cells of CSV, a comma unless told otherwise.
     *
     * @param separator one character, such as a semicolon or a tabulator
     * @return a reader that knows
     */
    public PredictionFile separator(char separator) {
        if (separator >= 0x80 || separator == '"' || separator == '\n' || separator == '\r') {
            throw new IllegalArgumentException("cells can't be separated by '" + separator + "'");
        }
        return with(changed -> changed.separator = separator);
    }

    /**
     * Says that scores are probabilities, as they are taken to be anyway: from 0 to 1, those of a row summing to 1 within
     * 1e-6, or within 1e-3 where they were rounded, such as to the digits of floats. Rounded ones are kept as floats, and
     * metrics of probabilities divide them by their sum.
     *
     * @return a reader that knows
     */
    public PredictionFile probabilities() {
        return with(changed -> changed.scores = ScoreMeaning.PROBABILITIES);
    }

    /**
     * Says that scores are logits, of which softmax makes probabilities.
     *
     * @return a reader that knows
     */
    public PredictionFile logits() {
        return with(changed -> changed.scores = ScoreMeaning.LOGITS);
    }

    /**
     * Says that scores are margins, votes or anything else that only ranks: any finite numbers, of which no probabilities
     * are made.
     *
     * @return a reader that knows
     */
    public PredictionFile margins() {
        return with(changed -> changed.scores = ScoreMeaning.MARGINS);
    }

    /**
     * Declares the labels and their order. Labels without scores, where others have them, get probability 0.
     *
     * @param labels all labels that truth and predictions may have
     * @return a reader that knows
     */
    public PredictionFile labels(String... labels) {
        return with(changed -> changed.labels = List.of(labels));
    }

    /**
     * Declares the positive label.
     *
     * @param label one of the labels
     * @return a reader that knows
     */
    public PredictionFile positive(String label) {
        return with(changed -> changed.positive = label);
    }

    /**
     * Says that truth and predictions are numbers and not labels.
     *
     * @return a reader that knows
     */
    public PredictionFile numbers() {
        return with(changed -> changed.task = Task.NUMBERS);
    }

    /**
     * Says that truth and predictions are sets of labels, each written as a JSON array.
     *
     * @return a reader that knows
     */
    public PredictionFile labelSets() {
        return with(changed -> changed.task = Task.LABEL_SETS);
    }

    /**
     * Says that predictions are numbers of clusters, to be judged by labels as the truth.
     *
     * @return a reader that knows
     */
    public PredictionFile clusters() {
        return with(changed -> changed.task = Task.CLUSTERS);
    }

    /**
     * Names the model of a file that has only one.
     *
     * @param model the name that messages and results use, unless set the file's name without its extension
     * @return a reader that knows
     */
    public PredictionFile named(String model) {
        return with(changed -> changed.candidate = model);
    }

    /**
     * Names the data.
     *
     * @param name the name that messages and results use, unless set the file's name
     * @return a reader that knows
     */
    public PredictionFile data(String name) {
        return with(changed -> changed.dataName = name);
    }

    /**
     * Says that folds of one repeat may test the same examples, as those of a bootstrap or of shuffle splits do.
     *
     * @return a reader that knows
     */
    public PredictionFile allowingOverlaps() {
        return with(changed -> changed.overlaps = true);
    }

    /**
     * Reads the file of one model.
     *
     * @return its evaluation
     * @throws InvalidDataException if the file is not as told, or has several models; the message names file, line and column
     */
    public Evaluation evaluation() {
        List<Evaluation> evaluations = evaluations();
        if (evaluations.size() > 1) {
            throw new InvalidDataException(options.file + ": it has the predictions of "
                    + evaluations.size() + " models, " + String.join(", ", candidates(evaluations))
                    + "; take one with evaluation(\"…\"), or compare them with comparison()");
        }
        return evaluations.get(0);
    }

    /**
     * Reads the file and takes one model.
     *
     * @param model what the column {@code model} says
     * @return its evaluation
     * @throws InvalidDataException if the file is not as told, or lacks that model; the message names file, line and column
     */
    public Evaluation evaluation(String model) {
        List<Evaluation> evaluations = evaluations();
        return evaluations.stream()
                .filter(evaluation -> evaluation.candidate().equals(model))
                .findFirst()
                .orElseThrow(() -> new InvalidDataException(options.file + ": no model \"" + model + "\"; there is "
                        + String.join(", ", candidates(evaluations))));
    }

    /**
     * Reads the file and compares its models.
     *
     * @return the comparison, its candidates as they first occur
     * @throws InvalidDataException if the file is not as told or has one model only, or if models differ in their folds;
     *     the message names file, line and column
     */
    public Comparison comparison() {
        List<Evaluation> evaluations = evaluations();
        if (evaluations.size() < 2) {
            throw new InvalidDataException(
                    options.file + ": it has the predictions of one model, which are not to be compared; a column "
                            + "'model' tells several apart (Comparison.of compares the evaluations of several files)");
        }
        try {
            return Comparison.of(evaluations).withoutOrder();
        } catch (IllegalArgumentException e) {
            throw new InvalidDataException(options.file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> candidates(List<Evaluation> evaluations) {
        return evaluations.stream()
                .map(evaluation -> "\"" + evaluation.candidate() + "\"")
                .toList();
    }

    /**
     * Reads the file.
     *
     * @return an evaluation for each model, as they first occur
     * @throws InvalidDataException if the file is not as told; the message names file, line and column
     */
    public List<Evaluation> evaluations() {
        return new Assembly(options, read()).evaluations();
    }

    /**
     * Reads what was predicted for examples that are known otherwise, as those of a fold are. The file needs no truth: of its
     * columns, only {@code predicted}, scores or quantiles, and {@code row} are read.
     *
     * @param examples how many examples there are; the file has a row for each, in their order, or else a column {@code row}
     *     that numbers them from 0
     * @return the predictions in the order of the examples, over the declared {@link #labels}; undeclared ones are those
     *     that have scores, or else those that are predicted
     * @throws InvalidDataException if the file is not as told, or lacks an example; the message names file, line and column
     */
    public Predictions predictions(int examples) {
        Options known = options.with(changed -> changed.predictionsOnly = true);
        FileColumns columns = new PredictionFile(known).read();
        int[] rows = KnownExamples.rows(known, columns, examples);
        return PredictionColumns.of(known, columns).predictions(known, columns.places(), rows);
    }

    /** Reads the columns. */
    FileColumns read() {
        String name = options.fileName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new JsonLinesReading(options).read();
        }
        if (name.endsWith(".npz") || name.endsWith(".npy") || Files.isDirectory(options.file)) {
            return new NumpyReading(options).read();
        }
        return TableReading.of(options).orElseGet(() -> new CsvReading(options)).read();
    }
}
