package dev.assay.report;

import static j2html.TagCreator.bdi;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.summary;

import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plots: first those of all candidates, then each candidate's own. */
final class PlotSection {

    /** A candidate's plots. */
    private record Own(Result result, List<PlotDrawing> drawings) {}

    private final ClassResults results;
    private final List<PlotDrawing> shared;
    private final List<Own> own;

    PlotSection(ClassResults results) {
        this.results = results;
        this.shared = Plots.of(results).stream().map(PlotDrawing::of).toList();
        this.own = results.results().stream()
                .map(result -> new Own(
                        result, Plots.of(result).stream().map(PlotDrawing::of).toList()))
                .filter(each -> !each.drawings().isEmpty())
                .toList();
    }

    String style() {
        List<PlotDrawing> all = new ArrayList<>(shared);
        own.forEach(each -> all.addAll(each.drawings()));
        return PlotDrawing.styles(all);
    }

    Section section() {
        List<DomContent> content = new ArrayList<>();
        if (!shared.isEmpty()) {
            content.add(grid(shared));
        }
        Optional<Result> best = new Candidates(results.results()).best();
        for (Own each : own) {
            boolean isOpen =
                    own.size() == 1 || best.filter(each.result()::equals).isPresent();
            content.add(details(summary(bdi(each.result().candidate())), grid(each.drawings()))
                    .condAttr(isOpen, "open", "open"));
        }
        return new Section("plots", "Plots", content);
    }

    private static DomContent grid(List<PlotDrawing> drawings) {
        return div(each(drawings, PlotDrawing::tag)).withClass("plots");
    }
}
