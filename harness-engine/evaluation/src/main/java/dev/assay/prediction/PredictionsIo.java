package dev.assay.prediction;

import dev.assay.data.Labels;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes predictions as bytes and reads them back, bit for bit as they were. What is read is checked like predictions of a
 * model.
 */
public final class PredictionsIo {

    private enum Kind {
        LABELS,
        NUMBERS,
        LABEL_SETS,
        CLUSTERS
    }

    private PredictionsIo() {}

    /**
     * Writes predictions.
     *
     * @param predictions any predictions
     * @param output takes the bytes
     * @throws IOException if the output fails
     */
    public static void write(Predictions predictions, DataOutput output) throws IOException {
        if (predictions instanceof LabelPredictions labels) {
            output.writeUTF(Kind.LABELS.name());
            writeLabels(labels, output);
        } else if (predictions instanceof NumberPredictions numbers) {
            output.writeUTF(Kind.NUMBERS.name());
            writeNumbers(numbers, output);
        } else if (predictions instanceof LabelSetPredictions sets) {
            output.writeUTF(Kind.LABEL_SETS.name());
            writeSets(sets, output);
        } else if (predictions instanceof ClusterPredictions clusters) {
            output.writeUTF(Kind.CLUSTERS.name());
            writeClusters(clusters, output);
        }
    }

    /**
     * Reads predictions.
     *
     * @param input gives what {@link #write} wrote
     * @return the predictions
     * @throws IOException if the input fails, ends too early, or has no predictions
     * @throws InvalidPredictionsException if the predictions are not such as a model may give
     */
    public static Predictions read(DataInput input) throws IOException {
        return switch (constant(Kind.class, input)) {
            case LABELS -> readLabels(input);
            case NUMBERS -> readNumbers(input);
            case LABEL_SETS -> readSets(input);
            case CLUSTERS -> readClusters(input);
        };
    }

    private static void writeLabels(LabelPredictions predictions, DataOutput output) throws IOException {
        writeVocabulary(predictions.labels(), output);
        int rows = predictions.size();
        int k = predictions.labels().size();
        output.writeInt(rows);
        output.writeUTF(predictions.scoreKind().name());
        if (predictions.scoreKind() != ScoreKind.NONE) {
            output.writeBoolean(predictions.hasFloatScores());
            for (int row = 0; row < rows; row++) {
                for (int label = 0; label < k; label++) {
                    double score = predictions.score(row, label);
                    if (predictions.hasFloatScores()) {
                        output.writeFloat((float) score);
                    } else {
                        output.writeDouble(score);
                    }
                }
            }
        }
        output.writeBoolean(predictions.isByHighestScore());
        for (int row = 0; row < rows && !predictions.isByHighestScore(); row++) {
            output.writeInt(predictions.index(row));
        }
    }

    private static LabelPredictions readLabels(DataInput input) throws IOException {
        Labels labels = readVocabulary(input);
        int rows = count(input);
        ScoreKind kind = constant(ScoreKind.class, input);
        LabelPredictions scored = kind == ScoreKind.NONE
                ? Predictions.labels(labels, new int[rows])
                : LabelPredictions.of(labels, kind, readScores(input, rows, labels.size()));
        if (input.readBoolean()) {
            return scored;
        }
        int[] predicted = new int[rows];
        for (int row = 0; row < rows; row++) {
            predicted[row] = input.readInt();
        }
        return scored.withPredicted(predicted);
    }

    private static ScoreMatrix readScores(DataInput input, int rows, int k) throws IOException {
        int length = Math.multiplyExact(rows, k);
        if (input.readBoolean()) {
            float[] scores = new float[length];
            for (int i = 0; i < length; i++) {
                scores[i] = input.readFloat();
            }
            return new ScoreMatrix(k, scores);
        }
        return new ScoreMatrix(k, doubles(input, length));
    }

    private static void writeNumbers(NumberPredictions predictions, DataOutput output) throws IOException {
        output.writeInt(predictions.size());
        for (int row = 0; row < predictions.size(); row++) {
            output.writeDouble(predictions.value(row));
        }
        List<Double> levels = predictions.quantileLevels();
        output.writeInt(levels.size());
        for (double level : levels) {
            output.writeDouble(level);
        }
        for (int row = 0; row < predictions.size(); row++) {
            for (int level = 0; level < levels.size(); level++) {
                output.writeDouble(predictions.quantile(row, level));
            }
        }
    }

    private static NumberPredictions readNumbers(DataInput input) throws IOException {
        double[] values = doubles(input, count(input));
        NumberPredictions numbers = NumberPredictions.of(values);
        double[] levels = doubles(input, count(input));
        return levels.length == 0
                ? numbers
                : numbers.withQuantiles(levels, doubles(input, Math.multiplyExact(values.length, levels.length)));
    }

    private static void writeSets(LabelSetPredictions predictions, DataOutput output) throws IOException {
        writeVocabulary(predictions.labels(), output);
        int k = predictions.labels().size();
        output.writeInt(predictions.size());
        output.writeBoolean(predictions.hasScores());
        for (int row = 0; row < predictions.size(); row++) {
            for (int label = 0; label < k; label++) {
                output.writeBoolean(predictions.contains(row, label));
                if (predictions.hasScores()) {
                    output.writeDouble(predictions.score(row, label));
                }
            }
        }
    }

    private static LabelSetPredictions readSets(DataInput input) throws IOException {
        Labels labels = readVocabulary(input);
        int rows = count(input);
        boolean scored = input.readBoolean();
        List<Set<String>> sets = new ArrayList<>();
        double[] scores = new double[scored ? Math.multiplyExact(rows, labels.size()) : 0];
        for (int row = 0; row < rows; row++) {
            Set<String> set = new HashSet<>();
            for (int label = 0; label < labels.size(); label++) {
                if (input.readBoolean()) {
                    set.add(labels.name(label));
                }
                if (scored) {
                    scores[row * labels.size() + label] = input.readDouble();
                }
            }
            sets.add(set);
        }
        LabelSetPredictions predictions = LabelSetPredictions.of(labels, sets);
        return scored ? predictions.withScores(scores) : predictions;
    }

    private static void writeClusters(ClusterPredictions predictions, DataOutput output) throws IOException {
        output.writeInt(predictions.size());
        output.writeInt(predictions.hasPoints() ? predictions.dimensions() : -1);
        for (int row = 0; row < predictions.size(); row++) {
            output.writeInt(predictions.cluster(row));
            for (int d = 0; predictions.hasPoints() && d < predictions.dimensions(); d++) {
                output.writeDouble(predictions.coordinate(row, d));
            }
        }
    }

    private static ClusterPredictions readClusters(DataInput input) throws IOException {
        int rows = count(input);
        int dimensions = input.readInt();
        int[] clusters = new int[rows];
        double[][] points = new double[rows][];
        for (int row = 0; row < rows; row++) {
            clusters[row] = input.readInt();
            points[row] = doubles(input, Math.max(0, dimensions));
        }
        ClusterPredictions predictions = ClusterPredictions.of(clusters);
        return dimensions < 0 ? predictions : predictions.withPoints(points);
    }

    private static void writeVocabulary(Labels labels, DataOutput output) throws IOException {
        output.writeInt(labels.size());
        for (String name : labels.names()) {
            output.writeUTF(name);
        }
        output.writeInt(labels.positiveIndex().orElse(-1));
    }

    private static Labels readVocabulary(DataInput input) throws IOException {
        int size = count(input);
        List<String> names = new ArrayList<>();
        for (int label = 0; label < size; label++) {
            names.add(input.readUTF());
        }
        Labels labels = Labels.of(names);
        int positive = input.readInt();
        return positive < 0 ? labels : labels.withPositive(labels.name(positive));
    }

    private static double[] doubles(DataInput input, int count) throws IOException {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = input.readDouble();
        }
        return numbers;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, DataInput input) throws IOException {
        String name = input.readUTF();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new IOException("nothing is called " + name, e);
        }
    }

    private static int count(DataInput input) throws IOException {
        int count = input.readInt();
        if (count < 0) {
            throw new IOException("a count is " + count);
        }
        return count;
    }
}
