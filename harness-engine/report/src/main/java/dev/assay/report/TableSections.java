package dev.assay.report;

import static j2html.TagCreator.bdi;
import static j2html.TagCreator.details;
import static j2html.TagCreator.p;
import static j2html.TagCreator.summary;

import dev.assay.result.PlotData.SliceEntry;
import dev.assay.result.PlotData.WorstPrediction;
import dev.assay.result.Result;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables of parts of the data: slices and the worst predictions. */
final class TableSections {

    /** What all candidates' entries for one slice share. */
    private record SliceKey(String by, String slice, int examples, String metric) {

        static SliceKey of(SliceEntry entry) {
            return new SliceKey(entry.by(), entry.slice(), entry.examples(), entry.metric());
        }
    }

    private final List<Result> results;

    TableSections(List<Result> results) {
        this.results = results;
    }

    Section slices() {
        Set<SliceKey> keys = new LinkedHashSet<>();
        results.forEach(result -> result.plots().slices().forEach(entry -> keys.add(SliceKey.of(entry))));
        Set<String> metrics = new LinkedHashSet<>();
        keys.forEach(key -> metrics.add(key.metric()));
        List<DomContent> tables = new ArrayList<>();
        for (String metric : metrics) {
            tables.add(slices(
                    metric,
                    keys.stream().filter(key -> key.metric().equals(metric)).toList()));
        }
        return new Section("slices", "Slices", tables);
    }

    private DomContent slices(String metric, List<SliceKey> keys) {
        DataTable table = new DataTable(capitalised(metric) + " on each slice with its 95 % interval")
                .texts("By")
                .texts("Slice")
                .numbers("Examples");
        results.forEach(result -> table.numbers(result.candidate()));
        for (SliceKey key : keys) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.name(key.by()),
                    Cell.name(key.slice()),
                    Cell.number((double) key.examples(), Figures.rows(key.examples()))));
            results.forEach(result -> cells.add(entry(result, key)
                    .map(entry -> Cell.estimate(entry.value(), entry.lower(), entry.upper()))
                    .orElse(Cell.number(null))));
            table.row(cells);
        }
        return table.tag();
    }

    private static Optional<SliceEntry> entry(Result result, SliceKey key) {
        return result.plots().slices().stream()
                .filter(entry -> SliceKey.of(entry).equals(key))
                .findFirst();
    }

    Section worst() {
        List<DomContent> tables = new ArrayList<>();
        Optional<Result> best = new Candidates(results).best();
        for (Result result : results) {
            List<WorstPrediction> worst = result.plots().worst();
            if (!worst.isEmpty()) {
                boolean isOpen =
                        results.size() == 1 || best.filter(result::equals).isPresent();
                tables.add(details(summary(bdi(result.candidate())), worst(result.candidate(), worst))
                        .condAttr(isOpen, "open", "open"));
            }
        }
        if (!tables.isEmpty()) {
            tables.add(
                    0,
                    p("The predictions furthest from the truth. Look here for wrong labels in the data, too.")
                            .withClass("muted"));
        }
        return new Section("worst", "Worst predictions", tables);
    }

    private static DomContent worst(String candidate, List<WorstPrediction> worst) {
        boolean scored = worst.stream().anyMatch(each -> each.score() != null || each.trueScore() != null);
        DataTable table = new DataTable("The worst predictions of " + candidate)
                .texts("Example")
                .texts("Truth")
                .texts("Predicted");
        if (scored) {
            table.numbers("Its score").numbers("Score of the truth");
        }
        table.texts("Tested in");
        for (WorstPrediction each : worst) {
            List<Cell> cells = new ArrayList<>(
                    List.of(Cell.name(each.id()), Cell.name(each.truth()), Cell.name(each.predicted())));
            if (scored) {
                cells.add(Cell.number(each.score()));
                cells.add(Cell.number(each.trueScore()));
            }
            cells.add(Cell.of(each.place()));
            table.row(cells);
        }
        return table.tag();
    }

    /** Begins with a capital letter unless that would change a name, such as of a symbol. */
    private static String capitalised(String text) {
        boolean isWord =
                text.length() > 1 && Character.isLowerCase(text.charAt(0)) && Character.isLowerCase(text.charAt(1));
        return isWord ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }
}
