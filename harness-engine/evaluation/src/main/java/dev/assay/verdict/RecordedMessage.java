package dev.assay.verdict;

import dev.assay.metric.MetricValue;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words a demand on a stored result that is not met, as {@link EvaluationMessage} does for evaluations. */
final class RecordedMessage {

    private RecordedMessage() {}

    static String of(Result result, Result.MetricEntry entry, String demand, String finding) {
        List<String> lines = new ArrayList<>();
        lines.add("[" + title(result) + "]");
        lines.add("Expecting " + demand);
        lines.add("              but " + finding);
        lines.addAll(FoldLines.of(values(entry), entry.higherIsBetter(), fold -> place(result, fold)));
        result.remarks().forEach(remark -> lines.add("  note: " + remark));
        return String.join(System.lineSeparator(), lines);
    }

    private static String title(Result result) {
        return result.candidate() + " on " + result.data().name() + ": "
                + Present.split(
                        result.resampling().description(), result.resampling().seed());
    }

    private static List<MetricValue> values(Result.MetricEntry entry) {
        List<MetricValue> values = new ArrayList<>();
        for (@Nullable Double fold : entry.folds()) {
            values.add(fold == null ? MetricValue.undefined("see the result") : MetricValue.of(fold));
        }
        return values;
    }

    private static String place(Result result, int index) {
        if (index >= result.folds().size()) {
            return "fold " + (index + 1);
        }
        Result.FoldEntry fold = result.folds().get(index);
        return (result.resampling().repeats() > 1 ? "repeat " + (fold.repeat() + 1) + ", " : "") + "fold "
                + (fold.fold() + 1);
    }
}
