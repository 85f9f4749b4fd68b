package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.assay.data.Column;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Row;
import dev.assay.learning.InvalidModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Feeds each input from one or several columns. */
final class ColumnEncoder implements BatchEncoder<Row> {

    /** An input, and the columns that go into it. */
    private record Target(OnnxPort port, boolean text, int rank, List<String> columns) {

        long[] shape(int rows) {
            return rank == 1 ? new long[] {rows} : new long[] {rows, columns.size()};
        }
    }

    private final OnnxSession session;
    private final List<Target> targets;

    private ColumnEncoder(OnnxSession session, List<Target> targets) {
        this.session = session;
        this.targets = targets;
    }

    static ColumnEncoder of(OnnxSession session, Map<String, List<String>> columns) {
        columns.keySet().forEach(session::input);
        List<Target> targets = new ArrayList<>();
        for (OnnxPort port : session.inputs().values()) {
            targets.add(target(session, port, columns.getOrDefault(port.name(), List.of(port.name()))));
        }
        return new ColumnEncoder(session, targets);
    }

    private static Target target(OnnxSession session, OnnxPort port, List<String> columns) {
        TensorInfo tensor = port.tensor()
                .orElseThrow(() -> new InvalidModelException(
                        session.file() + ": input " + port + " is no tensor and can't be fed from columns"));
        long[] shape = tensor.getShape();
        boolean fits = shape.length == 1
                ? columns.size() == 1
                : shape.length == 2 && (shape[1] < 0 || shape[1] == columns.size());
        if (!fits) {
            throw new InvalidModelException(session.file() + ": input " + port + " can't be fed from "
                    + (columns.size() == 1 ? "the one column '" + columns.get(0) + "'" : columns.size() + " columns")
                    + "; name all of its columns: columns(Map.of(\"" + port.name() + "\", List.of(…)))");
        }
        return new Target(port, tensor.type == OnnxJavaType.STRING, shape.length, List.copyOf(columns));
    }

    @Override
    public void encode(List<? extends Row> rows, OnnxBatch batch) {
        List<?> unchecked = rows; // a model is asked for any data; what they hold shows here only
        if (!(unchecked.get(0) instanceof Row first)) {
            throw new InvalidDataException(
                    session.file() + ": the model is fed with columns, but the data's inputs are "
                            + unchecked.get(0).getClass().getSimpleName() + "; they must be Row, such as a Table's");
        }
        for (Target target : targets) {
            target.columns().forEach(column -> requireColumn(first, target, column));
            if (target.text()) {
                batch.strings(target.port().name(), texts(rows, target.columns()), target.shape(rows.size()));
            } else {
                batch.numbers(target.port().name(), numbers(rows, target.columns()), target.shape(rows.size()));
            }
        }
    }

    private void requireColumn(Row row, Target target, String name) {
        Optional<Column> column = row.columns().asList().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (column.isEmpty()) {
            throw new InvalidDataException(session.file() + ": input " + target.port() + " wants column '" + name
                    + "', which the data don't have; their columns are "
                    + String.join(", ", row.columns().names()));
        }
        if (target.text() == (column.get().type() == Column.Type.NUMBER)) {
            throw new InvalidDataException(session.file() + ": input " + target.port() + " takes "
                    + (target.text() ? "text" : "numbers") + ", but column '" + name + "' holds "
                    + (target.text() ? "numbers; read it with categories(\"" : "text; read it with numbers(\"") + name
                    + "\")");
        }
    }

    private static double[] numbers(List<? extends Row> rows, List<String> columns) {
        double[] cells = new double[Math.multiplyExact(rows.size(), columns.size())];
        int i = 0;
        for (Row row : rows) {
            for (String column : columns) {
                cells[i++] = row.number(column);
            }
        }
        return cells;
    }

    private static String[] texts(List<? extends Row> rows, List<String> columns) {
        String[] cells = new String[Math.multiplyExact(rows.size(), columns.size())];
        int i = 0;
        for (Row row : rows) {
            for (String column : columns) {
                cells[i++] = row.text(column);
            }
        }
        return cells;
    }
}
