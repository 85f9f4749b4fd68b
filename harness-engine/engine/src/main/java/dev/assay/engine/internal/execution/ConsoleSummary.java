package dev.assay.engine.internal.execution;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.SummaryTable;
import dev.assay.progress.Terminal;
import dev.assay.result.ClassResult.ErrorBudget;
import dev.assay.result.ClassResult.Failure;
import dev.assay.result.Result;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.ResultTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints a table of each class's candidates, so that whoever runs the tests sees metrics and verdicts without opening a file, and
 * in the end how all criteria of the run ended.
 */
final class ConsoleSummary {

    private final boolean isOn;
    private final boolean isColoured;
    private final List<JudgementEntry> judgements = new ArrayList<>();
    private int failures;

    ConsoleSummary(boolean isOn) {
        this(isOn, isOn && Terminal.isColoured());
    }

    ConsoleSummary(boolean isOn, boolean isColoured) {
        this.isOn = isOn;
        this.isColoured = isColoured;
    }

    /**
     * Prints the table of a class.
     *
     * @param className its name
     * @param evaluations of its candidates
     * @param results those of them that could be written, which know intervals and criteria
     * @param failed candidates that could not be evaluated
     * @param warnings lines to be added
     */
    void print(
            String className,
            List<Evaluation> evaluations,
            List<Result> results,
            List<Failure> failed,
            List<String> warnings) {
        add(results, failed);
        if (isOn && !evaluations.isEmpty()) {
            StringBuilder lines = new StringBuilder(className + ": ");
            lines.append(
                    results.size() == evaluations.size()
                            ? SummaryTable.of(evaluations, ResultTable.of(results, isColoured))
                            : SummaryTable.of(evaluations));
            warnings.forEach(warning -> lines.append("  ").append(warning).append('\n'));
            print(lines.toString());
        }
    }

    private synchronized void add(List<Result> results, List<Failure> failed) {
        results.forEach(result -> judgements.addAll(result.judgements()));
        failures += failed.size();
    }

    /** Prints the lines of all classes, if anything was judged. */
    synchronized void printTotals() {
        if (isOn && (!judgements.isEmpty() || failures > 0)) {
            StringBuilder lines = new StringBuilder("Assay: criteria: ");
            lines.append(ResultTable.outcomes(judgements, isColoured));
            lines.append(failures == 0 ? "" : "; candidates that could not be evaluated: " + failures);
            ErrorBudget.of(judgements)
                    .falsePassSentences()
                    .forEach(sentence -> lines.append("\n  ").append(sentence));
            print(lines.append('\n').toString());
        }
    }

    private static void print(String lines) {
        PrintStream out = System.out;
        out.print(lines.replace("\n", System.lineSeparator()));
        out.flush();
    }
}
