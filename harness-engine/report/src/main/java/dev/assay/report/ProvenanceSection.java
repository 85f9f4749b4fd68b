package dev.assay.report;

import static j2html.TagCreator.bdi;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.text;

import dev.assay.result.ClassResult;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.FoldEntry;
import j2html.tags.DomContent;
import j2html.tags.specialized.DlTag;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Where the numbers come from: what is needed to get them again. */
final class ProvenanceSection {

    /** What candidates usually share. */
    private record Origin(Result.Data data, Result.Resampling resampling, Map<String, String> versions, String folds) {

        static Origin of(Result result) {
            return new Origin(result.data(), result.resampling(), result.versions(), foldsOf(result.folds()));
        }

        private static String foldsOf(List<FoldEntry> folds) {
            return folds.size() + ", trained on " + range(folds, FoldEntry::trainSize) + ", tested on "
                    + range(folds, FoldEntry::testSize);
        }

        private static String range(List<FoldEntry> folds, ToIntFunction<FoldEntry> size) {
            IntSummaryStatistics sizes = folds.stream().mapToInt(size).summaryStatistics();
            if (sizes.getCount() == 0) {
                return Figures.rows(0);
            }
            return sizes.getMin() == sizes.getMax()
                    ? Figures.rows(sizes.getMin())
                    : Figures.rows(sizes.getMin()) + " to " + Figures.rows(sizes.getMax());
        }
    }

    private final ClassResults results;

    ProvenanceSection(ClassResults results) {
        this.results = results;
    }

    Section section() {
        Map<Origin, List<String>> candidatesByOrigin = new LinkedHashMap<>();
        for (Result result : results.results()) {
            candidatesByOrigin
                    .computeIfAbsent(Origin.of(result), key -> new ArrayList<>())
                    .add(result.candidate());
        }
        List<DomContent> content = new ArrayList<>();
        candidatesByOrigin.forEach((origin, candidates) -> {
            if (candidatesByOrigin.size() > 1) {
                content.add(h3(bdi(Figures.and(candidates))));
            }
            content.add(list(origin));
        });
        DlTag files = dl().withClass("facts");
        fact(files, "Test class", code(results.summary().testClass()));
        fact(files, "Schema", code(Result.SCHEMA + ", " + ClassResult.SCHEMA));
        content.add(files);
        return new Section("provenance", "Provenance", content);
    }

    private static DlTag list(Origin origin) {
        DlTag list = dl().withClass("facts");
        Result.Data data = origin.data();
        fact(list, "Data", bdi(data.name()));
        fact(list, "Examples", text(Figures.rows(data.examples())));
        fact(list, "Task", text(data.task().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (data.labels() != null) {
            fact(list, "Labels", bdi(String.join(", ", data.labels())));
        }
        if (data.positive() != null) {
            fact(list, "Positive label", bdi(data.positive()));
        }
        fact(list, "Fingerprint", data.fingerprint() == null ? text("unknown") : code(data.fingerprint()));
        Result.Resampling resampling = origin.resampling();
        fact(list, "Resampling", text(resampling.description()));
        fact(list, "Seed", text(resampling.seed() == null ? "nothing was random" : String.valueOf(resampling.seed())));
        fact(list, "Folds", text(origin.folds()));
        fact(list, "Figures are of", text(resampling.ofProcedure() ? "the training procedure" : "one fitted model"));
        origin.versions().forEach((name, version) -> fact(list, name, text(version)));
        return list;
    }

    private static void fact(DlTag list, String name, DomContent value) {
        list.with(div(dt(name), dd(value)));
    }
}
