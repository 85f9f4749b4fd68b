package dev.assay.report;

import static j2html.TagCreator.bdi;
import static j2html.TagCreator.details;
import static j2html.TagCreator.summary;

import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plots: first those of all candidates, then each candidate's own. */
final class PlotSection {

    private final ClassResults results;

    PlotSection(ClassResults results) {
        this.results = results;
    }

    Section section() {
        List<DomContent> content = new ArrayList<>();
        List<Plot> shared = Plots.of(results);
        if (!shared.isEmpty()) {
            content.add(PlotGrid.of(shared));
        }
        List<Result> all = results.results();
        Optional<Result> best = new Candidates(all).best();
        for (Result result : all) {
            List<Plot> own = Plots.of(result);
            if (!own.isEmpty()) {
                boolean isOpen = all.size() == 1 || best.filter(result::equals).isPresent();
                content.add(details(summary(bdi(result.candidate())), PlotGrid.of(own))
                        .condAttr(isOpen, "open", "open"));
            }
        }
        return new Section("plots", "Plots", content);
    }
}
