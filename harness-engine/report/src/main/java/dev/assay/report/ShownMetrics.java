package dev.assay.report;

import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.MetricEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which metrics a table of limited width has: the headline, those that gates are about, and then others in their order. */
final class ShownMetrics {

    private ShownMetrics() {}

    static List<String> of(ClassResults results, int most) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> judged = new LinkedHashSet<>();
        for (Result result : results.results()) {
            result.metrics().stream().map(MetricEntry::name).forEach(all::add);
            result.judgements().stream().map(JudgementEntry::metric).forEach(judged::add);
        }
        judged.retainAll(all);
        Set<String> chosen = new LinkedHashSet<>();
        all.stream().findFirst().ifPresent(chosen::add);
        chosen.addAll(judged);
        chosen.addAll(all);
        List<String> shown = new ArrayList<>(chosen).subList(0, Math.min(most, chosen.size()));
        return all.stream().filter(shown::contains).toList();
    }

    static Optional<MetricEntry> find(Result result, String name) {
        return result.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst();
    }
}
