package dev.assay.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.assay.data.CsvDataset.Options;
import dev.assay.data.CsvDataset.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading of one CSV file: all records first, then columns by their role, then rows. */
final class CsvParser {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Options options;
    private final List<String> header = new ArrayList<>();
    private final List<CsvRecord> records = new ArrayList<>();
    private final Map<String, String> firstText = new HashMap<>();

    CsvParser(Options options) {
        this.options = options;
    }

    Table read() {
        readRecords();
        requireColumns();
        Targets targets = targets();
        Columns columns = columns();
        List<Row> rows = rows(columns);
        Dataset<Row> dataset = Dataset.of(rows, targets).named(name());
        if (options.column(Role.GROUP).isPresent()) {
            dataset = dataset.withGroups(texts(Role.GROUP));
        }
        if (options.column(Role.ID).isPresent()) {
            dataset = dataset.withIds(texts(Role.ID));
        }
        if (options.column(Role.WEIGHT).isPresent()) {
            dataset = dataset.withWeights(weights());
        }
        if (options.column(Role.TIME).isPresent()) {
            dataset = dataset.withTimes(times());
        }
        for (String attribute : options.columns(Role.ATTRIBUTE)) {
            dataset = dataset.withAttribute(attribute, texts(attribute));
        }
        return new Table(dataset, columns, firstText);
    }

    private String name() {
        String file = String.valueOf(options.file.getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private void readRecords() {
        if (!Files.isRegularFile(options.file)) {
            throw new InvalidDataException(
                    options.file + ": no such file; looked for " + options.file.toAbsolutePath());
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(options.separator)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(content())) {
            Iterator<CsvRecord> iterator = reader.iterator();
            if (!iterator.hasNext()) {
                throw new InvalidDataException(options.file + ": the file is empty; its first line names the columns");
            }
            header.addAll(iterator.next().getFields());
            while (iterator.hasNext()) {
                addRecord(iterator.next());
            }
        } catch (CharacterCodingException e) {
            throw new InvalidDataException(options.file + ": not text in UTF-8; save it in that encoding", e);
        } catch (CsvParseException | UncheckedIOException e) {
            throw new InvalidDataException(options.file + ": not CSV: " + rootMessage(e), e);
        } catch (IOException e) {
            throw new InvalidDataException(options.file + ": cannot be read: " + e, e);
        }
        if (records.isEmpty()) {
            throw new InvalidDataException(options.file + ": no examples below the line of column names");
        }
    }

    /** Decodes strictly, which FastCSV does not: it would put replacement characters into labels and cells. */
    private String content() throws IOException {
        String text = Files.readString(options.file);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private void addRecord(CsvRecord csv) {
        if (csv.getFieldCount() != header.size()) {
            throw new InvalidDataException(options.file + ", line " + csv.getStartingLineNumber() + ": "
                    + csv.getFieldCount() + " fields where the header has " + header.size() + "; is one of '"
                    + options.separator + "' missing, too many, or to be quoted?");
        }
        records.add(csv);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private void requireColumns() {
        Set<String> names = new HashSet<>();
        for (String name : header) {
            if (!names.add(name)) {
                throw new InvalidDataException(options.file + ": column '" + name + "' occurs twice");
            }
        }
        if (options.column(Role.TARGET).isEmpty()) {
            throw new InvalidDataException(options.file
                    + ": no target; name its column with target(…) for labels or numericTarget(…) for numbers");
        }
        options.roles.keySet().forEach(this::position);
        options.types.keySet().forEach(this::position);
    }

    private int position(String column) {
        int position = header.indexOf(column);
        if (position < 0) {
            throw new InvalidDataException(
                    options.file + ": no column '" + column + "'; the columns are " + String.join(", ", header));
        }
        return position;
    }

    private Targets targets() {
        if (options.numericTarget) {
            if (options.labels != null || options.positive != null) {
                throw new InvalidDataException(
                        options.file
                                + ": a numeric target has no labels; read it with target(…), or drop labels(…) and positive(…)");
            }
            return Targets.numbers(numbers(options.column(Role.TARGET).orElseThrow()));
        }
        List<String> names = texts(Role.TARGET);
        Labels labels = options.labels == null ? Labels.observed(names) : Labels.of(options.labels);
        for (int row = 0; row < names.size(); row++) {
            if (!labels.contains(names.get(row))) {
                throw new InvalidDataException(
                        place(row, options.column(Role.TARGET).orElseThrow()) + ": no label \"" + names.get(row)
                                + "\"; the labels are declared as " + labels);
            }
        }
        if (options.positive != null) {
            if (!labels.contains(options.positive)) {
                throw new InvalidDataException(options.file + ": the positive label \"" + options.positive
                        + "\" does not occur in column '"
                        + options.column(Role.TARGET).orElseThrow() + "'; the labels are " + labels);
            }
            labels = labels.withPositive(options.positive);
        }
        return Targets.labels(labels, names);
    }

    private List<String> texts(Role role) {
        return texts(options.column(role).orElseThrow());
    }

    private List<String> texts(String column) {
        int position = position(column);
        List<String> texts = new ArrayList<>(records.size());
        for (int row = 0; row < records.size(); row++) {
            String text = records.get(row).getField(position);
            if (text.isEmpty()) {
                throw new InvalidDataException(place(row, column) + ": the cell is empty");
            }
            texts.add(text);
        }
        return texts;
    }

    private List<Instant> times() {
        String column = options.column(Role.TIME).orElseThrow();
        List<String> texts = texts(column);
        List<Instant> times = new ArrayList<>(texts.size());
        for (int row = 0; row < texts.size(); row++) {
            times.add(time(row, column, texts.get(row).strip()));
        }
        return times;
    }

    private Instant time(int row, String column, String cell) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    cell.contains("T") ? cell : cell.contains(" ") ? cell.replace(' ', 'T') : cell + "T00:00",
                    OffsetDateTime::from,
                    LocalDateTime::from);
            return time instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new InvalidDataException(
                    place(row, column) + ": \"" + cell
                            + "\" is no time stamp; write it as 2024-03-01T12:00:00Z, 2024-03-01T12:00 or 2024-03-01",
                    e);
        }
    }

    private double[] weights() {
        String column = options.column(Role.WEIGHT).orElseThrow();
        double[] weights = numbers(column);
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] < 0) {
                throw new InvalidDataException(place(row, column) + ": the weight is negative: " + weights[row]);
            }
        }
        return weights;
    }

    private double[] numbers(String column) {
        int position = position(column);
        double[] numbers = new double[records.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = number(row, column, records.get(row).getField(position), false);
        }
        return numbers;
    }

    /** Reads a cell; only inputs may be missing, or be declared to hold something else. */
    private double number(int row, String column, String cell, boolean input) {
        if (isMissing(cell)) {
            if (input && options.missingAllowed) {
                return Double.NaN;
            }
            throw new InvalidDataException(place(row, column) + ": "
                    + (cell.isBlank() ? "the cell is empty" : "the cell is " + cell)
                    + ", a number was expected; fill it in"
                    + (input ? ", or read missing numbers as NaN with allowingMissing()" : ""));
        }
        if (!isNumber(cell)) {
            throw new InvalidDataException(place(row, column) + ": \"" + cell + "\" is not a number; correct it"
                    + (input
                            ? ", or declare the column with categories(\"" + column + "\") or texts(\"" + column + "\")"
                            : ""));
        }
        double number = Double.parseDouble(cell.strip());
        if (Double.isInfinite(number)) {
            throw new InvalidDataException(place(row, column) + ": " + cell + " is not a finite number");
        }
        return number;
    }

    private static boolean isMissing(String cell) {
        return cell.isBlank() || "nan".equalsIgnoreCase(cell.strip());
    }

    /** Java would also read a trailing d or f, and hexadecimal; a column of such cells is text. */
    private static boolean isNumber(String cell) {
        String text = cell.strip();
        char last = text.charAt(text.length() - 1);
        boolean decimal = last == '.' || Character.isDigit(last) || text.endsWith("Infinity");
        if (!decimal || text.contains("x") || text.contains("X")) {
            return false;
        }
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Columns columns() {
        List<Column> columns = new ArrayList<>();
        for (String name : header) {
            if (!options.roles.containsKey(name)) {
                Column.Type declared = options.types.get(name);
                columns.add(new Column(name, declared == null ? inferredType(name) : declared));
            }
        }
        if (columns.isEmpty()) {
            throw new InvalidDataException(options.file + ": no columns are left as inputs");
        }
        return Columns.of(columns);
    }

    private Column.Type inferredType(String column) {
        int position = position(column);
        for (int row = 0; row < records.size(); row++) {
            String cell = records.get(row).getField(position);
            if (!isMissing(cell) && !isNumber(cell)) {
                firstText.put(column, place(row, column) + ": \"" + cell + "\"");
                return Column.Type.CATEGORY;
            }
        }
        return Column.Type.NUMBER;
    }

    private List<Row> rows(Columns columns) {
        List<Column> list = columns.asList();
        int[] positions = list.stream().mapToInt(c -> position(c.name())).toArray();
        List<Row> rows = new ArrayList<>(records.size());
        for (int row = 0; row < records.size(); row++) {
            Object[] cells = new Object[positions.length];
            for (int i = 0; i < cells.length; i++) {
                Column column = list.get(i);
                String cell = records.get(row).getField(positions[i]);
                cells[i] = column.type() == Column.Type.NUMBER ? number(row, column.name(), cell, true) : cell;
            }
            rows.add(columns.row(cells));
        }
        return rows;
    }

    private String place(int row, String column) {
        return options.file + ", line " + records.get(row).getStartingLineNumber() + ", column '" + column + "'";
    }
}
