package dev.assay.report.plot;

import dev.assay.result.PlotData.LabelCurves;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Chooses the labels that curves are drawn of: the positive one, or all of a few, or of many the most frequent and the hardest. */
final class LabelChoice {

    private static final int FEW = 3;

    private LabelChoice() {}

    /**
     * A label.
     *
     * @param label its name
     * @param remark why it was chosen, a sentence with a space behind it; empty if there was nothing to choose
     */
    record Chosen(String label, String remark) {}

    /** Chooses one label by the curves of a candidate if there are many, the hardest. */
    static List<Chosen> hardest(Result result) {
        List<Chosen> chosen = of(List.of(result));
        boolean all = chosen.stream().allMatch(label -> label.remark().isEmpty());
        return all ? chosen : chosen.subList(chosen.size() - 1, chosen.size());
    }

    /** Chooses by the curves of all candidates. */
    static List<Chosen> of(List<Result> results) {
        Map<String, List<Double>> areas = new LinkedHashMap<>();
        for (Result result : results) {
            for (LabelCurves curves : result.plots().curves()) {
                List<Double> known = areas.computeIfAbsent(curves.label(), label -> new ArrayList<>());
                if (curves.rocArea() != null) {
                    known.add(curves.rocArea());
                }
            }
        }
        List<String> labels = List.copyOf(areas.keySet());
        if (labels.size() <= FEW) {
            return labels.stream().map(label -> new Chosen(label, "")).toList();
        }
        return chosen(labels, areas);
    }

    private static List<Chosen> chosen(List<String> labels, Map<String, List<Double>> areas) {
        String frequent = labels.get(0);
        String hardest = frequent;
        double least = Double.POSITIVE_INFINITY;
        for (String label : labels) {
            OptionalDouble mean = areas.getOrDefault(label, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .average();
            if (mean.isPresent() && mean.getAsDouble() < least) {
                least = mean.getAsDouble();
                hardest = label;
            }
        }
        String of = " of " + labels.size() + " labels. ";
        List<Chosen> chosen = new ArrayList<>();
        boolean both = hardest.equals(frequent);
        chosen.add(new Chosen(frequent, (both ? "The most frequent and the hardest" : "The most frequent") + of));
        if (!both) {
            chosen.add(new Chosen(hardest, "The hardest" + of));
        }
        return chosen;
    }
}
