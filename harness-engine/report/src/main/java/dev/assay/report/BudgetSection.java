package dev.assay.report;

import static j2html.TagCreator.bdi;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ul;

import dev.assay.result.ClassResult;
import dev.assay.result.ClassResult.ErrorBudget;
import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import java.util.ArrayList;
import java.util.List;

/** How far the gates can be trusted, taken together. */
final class BudgetSection {

    private final ClassResult summary;

    BudgetSection(ClassResult summary) {
        this.summary = summary;
    }

    Section section() {
        ErrorBudget budget = summary.budget();
        List<DomContent> content = new ArrayList<>();
        if (budget.gates() > 0) {
            content.add(dl(
                            fact("Gates", String.valueOf(budget.gates()), unbounded(budget)),
                            falsePass(budget),
                            fact(
                                    "Red on fresh data",
                                    red(budget),
                                    "The chance that some gate fails on fresh data of the same size though the models are"
                                            + " as good as measured."))
                    .withClass("stats"));
        }
        if (!summary.remarks().isEmpty()) {
            content.add(ul(each(summary.remarks(), remark -> li(bdi(remark)))));
        }
        return new Section("budget", "Error budget", content);
    }

    private static String unbounded(ErrorBudget budget) {
        if (budget.unbounded() == 0) {
            return "All are at a confidence level.";
        }
        return (budget.bounded() == 0 ? "None is" : budget.unbounded() + " of them aren't")
                + " at a confidence level that decides, so that nothing bounds their false passes.";
    }

    private static DivTag falsePass(ErrorBudget budget) {
        return budget.bounded() == 0
                ? fact("False pass", "unbounded", "Gates at a confidence level would bound it.")
                : fact(
                        "False pass at most",
                        Figures.percentAtMost(budget.falsePass()),
                        "The chance that any gate at a confidence level passes a model below its threshold.");
    }

    private static String red(ErrorBudget budget) {
        if (budget.redAtLeast() == null || budget.redAtMost() == null) {
            return "unknown";
        }
        String least = Figures.percent(budget.redAtLeast());
        String most = Figures.percent(budget.redAtMost());
        return least.equals(most) ? least : least + " to " + most;
    }

    private static DivTag fact(String name, String value, String explanation) {
        return div(dt(name), dd(value).withClass("figure"), dd(explanation).withClass("muted"));
    }
}
