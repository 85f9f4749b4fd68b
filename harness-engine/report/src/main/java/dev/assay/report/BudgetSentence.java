package dev.assay.report;

import dev.assay.result.ClassResult.ErrorBudget;
import java.util.ArrayList;
import java.util.List;

/** Says how far gates can be trusted, taken together. */
final class BudgetSentence {

    private BudgetSentence() {}

    /** Returns up to three sentences; empty without gates. */
    static String of(ErrorBudget budget) {
        List<String> sentences = new ArrayList<>(budget.falsePassSentences());
        if (budget.redAtLeast() != null && budget.redAtMost() != null) {
            sentences.add("If models are as good as measured, some gate goes red on fresh data of the same size in "
                    + range(budget.redAtLeast(), budget.redAtMost()) + " of runs.");
        }
        return String.join(" ", sentences);
    }

    private static String range(double least, double most) {
        String from = FigureText.percent(least);
        String to = FigureText.percent(most);
        return from.equals(to) ? from : from + " to " + to;
    }
}
