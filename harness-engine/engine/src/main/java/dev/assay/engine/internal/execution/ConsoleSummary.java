package dev.assay.engine.internal.execution;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.SummaryTable;
import java.io.PrintStream;
import java.util.List;

/** Prints a table of a class's candidates, so that whoever runs the tests sees the metrics without opening a file. */
final class ConsoleSummary {

    private final boolean isOn;

    ConsoleSummary(boolean isOn) {
        this.isOn = isOn;
    }

    void print(String className, List<Evaluation> evaluations, List<String> warnings) {
        if (isOn && !evaluations.isEmpty()) {
            StringBuilder lines = new StringBuilder(className + ": " + SummaryTable.of(evaluations));
            warnings.forEach(warning -> lines.append("  ").append(warning).append('\n'));
            String text = lines.toString();
            PrintStream out = System.out;
            out.print(text.replace("\n", System.lineSeparator()));
            out.flush();
        }
    }
}
