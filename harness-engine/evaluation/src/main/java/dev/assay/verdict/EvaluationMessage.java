package dev.assay.verdict;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.evaluation.MetricScore;
import dev.assay.evaluation.TextTable;
import dev.assay.metric.ConfusionMatrix;
import dev.assay.metric.Direction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Words a demand on an evaluation that is not met: what was expected and found first, then the evidence. */
final class EvaluationMessage {

    private static final int MOST_LABELS = 10;
    private static final int MOST_CONFUSIONS = 5;
    private static final String INDENT = "          ";

    private final Evaluation evaluation;
    private final MetricScore score;

    private EvaluationMessage(Evaluation evaluation, MetricScore score) {
        this.evaluation = evaluation;
        this.score = score;
    }

    static String of(Evaluation evaluation, MetricScore score, String demand, String finding) {
        EvaluationMessage message = new EvaluationMessage(evaluation, score);
        List<String> lines = new ArrayList<>();
        lines.add("[" + evaluation.title() + "]");
        lines.add("Expecting " + demand);
        lines.add("              but " + finding);
        lines.addAll(message.folds());
        evaluation.confusion().ifPresent(matrix -> lines.addAll(message.confusion(matrix)));
        evaluation.remarks().forEach(remark -> lines.add("  note: " + remark));
        evaluation.evidence().ifPresent(file -> lines.add("  evidence: " + relative(file)));
        return String.join(System.lineSeparator(), lines);
    }

    /** Words a demand with other evidence than folds and confusion. */
    static String of(Evaluation evaluation, String demand, String finding, List<String> evidence) {
        List<String> lines = new ArrayList<>();
        lines.add("[" + evaluation.title() + "]");
        lines.add("Expecting " + demand);
        lines.add("              but " + finding);
        lines.addAll(evidence);
        evaluation.remarks().forEach(remark -> lines.add("  note: " + remark));
        evaluation.evidence().ifPresent(file -> lines.add("  evidence: " + relative(file)));
        return String.join(System.lineSeparator(), lines);
    }

    /** Names files as a reader at the project's folder would. */
    private static String relative(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath();
        Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    private List<String> folds() {
        return FoldLines.of(score.folds(), score.metric().direction() == Direction.HIGHER_IS_BETTER, this::place);
    }

    private String place(int index) {
        Fold fold = evaluation.folds().get(index);
        String ofRepeat = evaluation.repeats().size() > 1 ? "repeat " + (fold.repeat() + 1) + ", " : "";
        return ofRepeat + "fold " + (fold.number() + 1);
    }

    private List<String> confusion(ConfusionMatrix matrix) {
        int repeats = evaluation.repeats().size();
        String of = repeats > 1 ? "mean of " + repeats + " repeats, " : "";
        List<String> lines = new ArrayList<>();
        if (matrix.labels().size() > MOST_LABELS) {
            lines.add("  confusion (" + of + "the most frequent errors)");
            List<String> errors = mostFrequentErrors(matrix);
            lines.addAll(errors.isEmpty() ? List.of(INDENT + "  none") : errors);
            return lines;
        }
        lines.add("  confusion (" + of + "rows are the truth)");
        TextTable.of(table(matrix)).lines().forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private List<List<String>> table(ConfusionMatrix matrix) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        header.add("");
        header.addAll(matrix.labels().names());
        rows.add(header);
        for (int truth = 0; truth < matrix.labels().size(); truth++) {
            List<String> row = new ArrayList<>();
            row.add(matrix.labels().name(truth));
            for (int predicted = 0; predicted < matrix.labels().size(); predicted++) {
                row.add(count(matrix.cell(truth, predicted)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Writes whole counts as such unless they are means. */
    private String count(double cell) {
        boolean whole = evaluation.repeats().size() == 1 && cell == Math.rint(cell);
        return whole ? Long.toString((long) cell) : String.format(Locale.ROOT, "%.1f", cell);
    }

    private List<String> mostFrequentErrors(ConfusionMatrix matrix) {
        int k = matrix.labels().size();
        return IntStream.range(0, k * k)
                .filter(cell -> cell / k != cell % k && matrix.cell(cell / k, cell % k) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cell) -> -matrix.cell(cell / k, cell % k)))
                .limit(MOST_CONFUSIONS)
                .map(cell -> INDENT + "  \"" + matrix.labels().name(cell / k) + "\" taken for \""
                        + matrix.labels().name(cell % k) + "\": " + count(matrix.cell(cell / k, cell % k)))
                .toList();
    }
}
