package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.statistics.PValueAdjustment;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All candidates that one candidate is compared with by a metric. That they are a family is fixed before anything is judged:
 * whichever of them a check asks about, p-values are adjusted for all (Holm 1979), so that asking about the one that looks best
 * proves no more than asking about all.
 */
record Rivals(Comparison comparison, String candidate) {

    private List<String> names() {
        return comparison.evaluations().stream()
                .map(Evaluation::candidate)
                .filter(name -> !name.equals(candidate))
                .toList();
    }

    /** Adjusts the p-value of the comparison with one rival for those with all. */
    double adjusted(String rival, ToDoubleFunction<String> pValue) {
        List<String> names = names();
        double[] pValues = names.stream().mapToDouble(pValue).toArray();
        return PValueAdjustment.HOLM.adjust(pValues)[names.indexOf(rival)];
    }

    /** Says that p-values were adjusted, if there is anything to adjust for. */
    String words() {
        int rivals = names().size();
        return rivals == 1 ? "" : ", Holm-adjusted for all " + rivals + " rivals";
    }
}
