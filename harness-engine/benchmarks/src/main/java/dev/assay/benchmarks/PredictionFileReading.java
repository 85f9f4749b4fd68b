package dev.assay.benchmarks;

import dev.assay.evaluation.Evaluation;
import dev.assay.files.PredictionFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Times the way from a file of predictions to an evaluation: reading all columns, checking them, and putting predictions beside the
 * truth. {@code compare-files.sh} runs it on CSV and Parquet, and pandas' {@code read_csv} on the same CSV file, which only reads.
 */
public final class PredictionFileReading {

    private static final int LABELS = 10;
    private static final int WARM_UPS = 10;
    private static final int ROUNDS = 7;
    private static final long SEED = 42;

    private PredictionFileReading() {}

    /**
     * Makes the file, or reads it.
     *
     * @param args {@code make}, the file and how many rows; {@code convert}, the file and one of Parquet to be made of it; or
     *     {@code read} and either file
     * @throws IOException if the file can't be written
     * @throws SQLException if it can't be converted
     */
    public static void main(String[] args) throws IOException, SQLException {
        switch (args[0]) {
            case "make" -> make(Path.of(args[1]), Integer.parseInt(args[2]));
            case "convert" -> convert(args[1], args[2]);
            default -> time(Path.of(args[1]));
        }
    }

    private static void convert(String csv, String parquet) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('" + csv + "')) TO '" + parquet + "' (FORMAT parquet)");
        }
    }

    /** Writes probabilities with all their digits, as pandas and Assay do. */
    private static void make(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("row,truth,predicted");
            for (int label = 0; label < LABELS; label++) {
                writer.write(",score_class_" + label);
            }
            writer.write('\n');
            for (int row = 0; row < rows; row++) {
                int truth = random.nextInt(LABELS);
                double[] scores = probabilities(truth, random);
                StringBuilder line = new StringBuilder();
                line.append(row)
                        .append(",class_")
                        .append(truth)
                        .append(",class_")
                        .append(highest(scores));
                for (double score : scores) {
                    line.append(',').append(score);
                }
                writer.write(line.append('\n').toString());
            }
        }
    }

    private static double[] probabilities(int truth, SplittableRandom random) {
        double[] powers = new double[LABELS];
        Arrays.setAll(powers, label -> Math.exp(random.nextDouble(-2, 2) + (label == truth ? 2 : 0)));
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static int highest(double... scores) {
        int best = 0;
        for (int label = 1; label < scores.length; label++) {
            best = scores[label] > scores[best] ? label : best;
        }
        return best;
    }

    private static boolean isParquet(Path file) {
        return file.toString().endsWith(".parquet");
    }

    private static void time(Path file) {
        double[] seconds = new double[WARM_UPS + ROUNDS];
        for (int round = 0; round < seconds.length; round++) {
            long start = System.nanoTime();
            Evaluation evaluation = PredictionFile.of(file).evaluation();
            seconds[round] = (System.nanoTime() - start) / 1e9;
            if (evaluation.size() == 0) {
                throw new IllegalStateException("nothing was read");
            }
        }
        double[] timed = Arrays.copyOfRange(seconds, WARM_UPS, seconds.length);
        Arrays.sort(timed);
        System.out.println(String.format(
                Locale.ROOT,
                "%s\tAssay, %s\t%.4f\t%.4f\t%.4f\t%.4f",
                isParquet(file) ? "parquet" : "assay",
                isParquet(file) ? "Parquet" : "CSV",
                timed[ROUNDS / 2],
                seconds[0],
                timed[0],
                timed[ROUNDS - 1]));
    }
}
