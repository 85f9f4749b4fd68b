package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads NumPy's arrays, one for each column, from an archive ({@code .npz}) or a folder of files ({@code .npy}). The
 * scores of all labels are one array, {@code scores}, whose columns {@code labels} names.
 */
final class NumpyReading implements FileReading {

    private static final String SCORES = "scores";
    private static final String LABELS = "labels";
    private static final String EXTENSION = ".npy";

    private final Options options;

    NumpyReading(Options options) {
        this.options = options;
    }

    static boolean isConventional(String name) {
        return name.equals(SCORES) || name.equals(LABELS);
    }

    /** Opens an array by its name. */
    private interface Opening {
        InputStream open(String array) throws IOException;
    }

    /** What is done with an array. */
    private interface Use<T> {
        T of(NumpyArray array) throws IOException;
    }

    @Override
    public FileColumns read() {
        if (!Files.exists(options.file)) {
            throw FileReading.notThere(options.file);
        }
        if (!Files.isDirectory(options.file) && options.fileName().endsWith(EXTENSION)) {
            throw new InvalidDataException(options.file
                    + ": one array is not enough to judge predictions; put truth.npy, predicted.npy or scores.npy and the like into a "
                    + "folder and name that, or write numpy.savez(\"predictions.npz\", truth=…, scores=…, labels=…)");
        }
        try {
            return Files.isDirectory(options.file) ? readFolder() : readArchive();
        } catch (ZipException e) {
            throw new InvalidDataException(options.file + ": not a whole archive of arrays: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InvalidDataException(options.file + ": cannot be read: " + e, e);
        }
    }

    private FileColumns readFolder() throws IOException {
        try (Stream<Path> files = Files.list(options.file)) {
            List<String> all = files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
            List<String> names =
                    all.stream().filter(name -> name.endsWith(EXTENSION)).toList();
            if (names.isEmpty() && all.stream().anyMatch(name -> name.endsWith(".parquet"))) {
                throw new InvalidDataException(
                        options.file
                                + ": it is a folder of Parquet's files, as Spark writes them, but one file is read; write one, as with "
                                + "pandas.read_parquet(\"predictions.parquet\").to_parquet(\"all.parquet\"), or name the only one in it");
            }
            return read(names, array -> Files.newInputStream(options.file.resolve(array + EXTENSION)));
        }
    }

    private FileColumns readArchive() throws IOException {
        try (ZipFile archive = new ZipFile(options.file.toFile())) {
            List<String> names = archive.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(EXTENSION))
                    .toList();
            return read(names, array -> archive.getInputStream(archive.getEntry(array + EXTENSION)));
        }
    }

    private String place(String array) {
        return options.file + ", array '" + array + "'";
    }

    private <T> T use(Opening opening, String array, Use<T> use) throws IOException {
        try (InputStream stream = opening.open(array)) {
            return use.of(new NumpyArray(place(array), stream));
        } catch (EOFException e) {
            throw new InvalidDataException(place(array) + ": it ends too early; write the file again", e);
        }
    }

    private FileColumns read(List<String> files, Opening opening) throws IOException {
        List<String> arrays = new ArrayList<>();
        files.forEach(name -> arrays.add(name.substring(0, name.length() - EXTENSION.length())));
        List<String> scored = scored(arrays, opening);
        List<String> header = new ArrayList<>();
        for (String array : arrays) {
            if (array.equals(options.name(SCORES))) {
                scored.forEach(label -> header.add(Role.SCORE.conventional + label));
            } else if (!array.equals(options.name(LABELS))) {
                header.add(array);
            }
        }
        Options plain = options.with(changed -> {
            changed.names.remove(SCORES);
            changed.names.remove(LABELS);
        });
        Layout layout = new Layout(plain, header);
        Map<String, @Nullable Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), layout.columns().get(i));
        }
        int rows = use(opening, options.name("truth"), array -> length(array));
        if (rows == 0) {
            throw new InvalidDataException(place(options.name("truth")) + ": it has no elements");
        }
        for (String array : arrays) {
            if (array.equals(options.name(SCORES))) {
                use(opening, array, scores -> readScores(scores, rows, scored, columns));
            } else if (columns.get(array) != null) {
                Column column = columns.get(array);
                use(opening, array, content -> readColumn(content, rows, column));
            }
        }
        return layout.filled(rows, row -> options.file + ", row " + row);
    }

    private static int length(NumpyArray array) {
        if (array.shape().size() != 1) {
            throw array.fault("its shape is " + array.shape()
                    + ", but one element for each example was expected; save array.ravel()");
        }
        return array.shape().get(0);
    }

    /** Returns the labels of the array of all scores; none if there is no such array. */
    private List<String> scored(List<String> arrays, Opening opening) throws IOException {
        String scores = options.name(SCORES);
        if (!arrays.contains(scores)) {
            return List.of();
        }
        List<Integer> shape = use(opening, scores, NumpyArray::shape);
        if (shape.size() != 2) {
            throw new InvalidDataException(place(scores) + ": its shape is " + shape
                    + ", but a row for each example with a column for each label was expected");
        }
        List<String> labels = labels(arrays, opening);
        if (labels.size() != shape.get(1)) {
            throw new InvalidDataException(place(scores) + ": it has " + shape.get(1) + " columns, but there are "
                    + labels.size() + " labels: " + String.join(", ", labels));
        }
        return labels;
    }

    private List<String> labels(List<String> arrays, Opening opening) throws IOException {
        String name = options.name(LABELS);
        if (arrays.contains(name)) {
            return use(opening, name, array -> {
                int size = length(array);
                TextColumn column = new TextColumn(name);
                for (int i = 0; i < size; i++) {
                    array.next(column, i);
                }
                return Stream.iterate(0, i -> i < size, i -> i + 1)
                        .map(column::get)
                        .toList();
            });
        }
        if (options.labels != null) {
            return options.labels;
        }
        throw new InvalidDataException(
                options.file + ": no array '" + name + "' says which labels the columns of '" + options.name(SCORES)
                        + "' are of; add it, as model.classes_ in scikit-learn, or tell them with labels(…)");
    }

    private static boolean readColumn(NumpyArray array, int rows, @Nullable Column column) throws IOException {
        int length = length(array);
        if (column == null) {
            return false;
        }
        if (length != rows) {
            throw array.fault("it has " + length + " elements, but there are " + rows
                    + " of the truth; leave it out with ignoring(\"" + column.name() + "\") if it isn't a column");
        }
        for (int row = 0; row < rows; row++) {
            next(array, column, row);
        }
        return true;
    }

    private static boolean readScores(
            NumpyArray array, int rows, List<String> scored, Map<String, @Nullable Column> columns) throws IOException {
        if (array.shape().get(0) != rows) {
            throw array.fault("it has " + array.shape().get(0) + " rows, but there are " + rows + " of the truth");
        }
        Column ignored = new NumberColumn("ignored");
        for (int row = 0; row < rows; row++) {
            for (String label : scored) {
                Column column = columns.get(Role.SCORE.conventional + label);
                next(array, column == null ? ignored : column, row);
            }
        }
        return true;
    }

    private static void next(NumpyArray array, Column column, int row) throws IOException {
        try {
            array.next(column, row);
        } catch (CellException e) {
            throw array.fault(row, column, e);
        }
    }
}
