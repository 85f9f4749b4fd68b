package dev.assay.report;

import dev.assay.result.ClassResult.ErrorBudget;

/** Says how far gates can be trusted, taken together. */
final class BudgetSentence {

    private BudgetSentence() {}

    /** Returns one or two sentences; empty without gates. */
    static String of(ErrorBudget budget) {
        int bounded = budget.gates() - budget.unbounded();
        if (budget.gates() == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        if (bounded > 0) {
            text.append("The chance that any of ")
                    .append(gates(bounded))
                    .append(" at a confidence level passes a model below its threshold is at most ")
                    .append(FigureText.percent(budget.falsePass()))
                    .append(".");
        }
        if (budget.unbounded() > 0) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(gates(budget.unbounded()))
                    .append(budget.unbounded() == 1 ? " has" : " have")
                    .append(" no confidence level, so nothing bounds ")
                    .append(budget.unbounded() == 1 ? "its" : "their")
                    .append(" false passes.");
        }
        if (budget.redAtLeast() != null && budget.redAtMost() != null) {
            text.append(" If models are as good as measured, some gate goes red on fresh data of the same size in ")
                    .append(range(budget.redAtLeast(), budget.redAtMost()))
                    .append(" of runs.");
        }
        return text.toString();
    }

    private static String range(double least, double most) {
        String from = FigureText.percent(least);
        String to = FigureText.percent(most);
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String gates(int count) {
        return count + (count == 1 ? " gate" : " gates");
    }
}
