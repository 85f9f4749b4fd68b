package dev.assay.report.plot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.report.MeanRanks;
import dev.assay.report.MeanRanks.Rank;
import dev.assay.report.Plot;
import dev.assay.report.Plots;
import dev.assay.report.Trend;
import dev.assay.result.ClassResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Plots of many shapes, to be looked at after a change: few and many labels and candidates, long names and ones in other
 * scripts, one fold and many, extremes, nothing. Write them as pages, and open the pages in a browser, light and dark:
 *
 * <pre>{@code
 * ./mvnw -pl harness-engine/report -am test -Dtest=PlotGalleryTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dassay.gallery=/absolute/folder
 * }</pre>
 */
final class PlotGallery {

    static final String LONG =
            "gradient-boosted trees with early stopping, monotone constraints and a learning rate that halves";

    static final List<String> CANDIDATES = List.of(
            "logistic regression",
            "random forest",
            LONG,
            "サポートベクターマシン（放射基底関数カーネル）と正規化",
            "k-nearest_neighbours_with_a_name_that_has_no_space_at_all_to_break",
            "majority class");

    static final List<String> TEN = List.of(
            "airplane",
            "automobile",
            "bird",
            "cat",
            "deer with large antlers seen from behind",
            "犬と猫のどちらでもない動物",
            "frog",
            "horse",
            "ship",
            "truck");

    private PlotGallery() {}

    /** Returns the plots of each page. */
    static Map<String, List<Plot>> pages() {
        Map<String, List<Plot>> pages = new LinkedHashMap<>();
        pages.put(
                "two-labels",
                all(new Results(1).classification(CANDIDATES.subList(0, 2), List.of("malignant", "benign"), 3, 10)));
        pages.put(
                "three-labels-one-candidate",
                all(new Results(2)
                        .classification(
                                CANDIDATES.subList(0, 1), List.of("setosa", "versicolor", "virginica"), 1, 10)));
        pages.put("ten-labels-six-candidates", all(new Results(3).classification(CANDIDATES, TEN, 3, 10)));
        pages.put(
                "long-names",
                all(new Results(4)
                        .classification(
                                CANDIDATES.subList(2, 5),
                                List.of("悪性腫瘍（確定診断済み、転移の疑いあり）", "a benign finding that needs no treatment at all"),
                                1,
                                1)));
        List<String> seven = new ArrayList<>(CANDIDATES);
        seven.add("prior");
        pages.put(
                "seven-candidates",
                Plots.of(new Results(14).classification(seven, List.of("malignant", "benign"), 1, 10)));
        pages.put("regression", all(new Results(5).regression(CANDIDATES.subList(0, 3), 10, 250_000, 80_000)));
        pages.put("extremes", extremes());
        pages.put("over-builds", overBuilds());
        return pages;
    }

    private static List<Plot> all(ClassResults results) {
        List<Plot> plots = new ArrayList<>(Plots.of(results));
        results.results().forEach(result -> plots.addAll(Plots.of(result)));
        return plots;
    }

    private static List<Plot> extremes() {
        List<Plot> plots = new ArrayList<>();
        plots.addAll(
                all(new Results(6).of(List.of(Results.undefined("undefined"), Results.undefined("also undefined")))));
        plots.addAll(all(new Results(7).regression(List.of("huge"), 5, 0, 3e12)));
        plots.addAll(all(new Results(8).regression(List.of("tiny", "tiny, too"), 5, 1e-9, 1e-11)));
        plots.addAll(all(new Results(9).regression(List.of("all equal"), 30, 42, 0)));
        List<String> hundred = Collections.nCopies(100, "label").stream().toList();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < hundred.size(); i++) {
            labels.add("label " + i);
        }
        plots.addAll(all(new Results(10).classification(List.of("a hundred labels"), labels, 1, 5)));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add("candidate " + i);
        }
        plots.addAll(Plots.of(new Results(11).regression(many, 3, 0, 1)));
        plots.addAll(all(new Results(12)
                .of(List.of(
                        new Results(12).classification("perfect", List.of("yes", "no"), 1, 10, 1.0),
                        new Results(13).classification("useless", List.of("yes", "no"), 1, 10, 0.0)))));
        return plots;
    }

    private static List<Plot> overBuilds() {
        List<Plot> plots = new ArrayList<>();
        plots.add(Plots.trend("trend-one", trend(1, CANDIDATES.subList(0, 1))));
        plots.add(Plots.trend("trend-three", trend(3, CANDIDATES.subList(0, 3))));
        plots.add(Plots.trend("trend-forty", trend(40, CANDIDATES.subList(0, 4))));
        plots.add(Plots.learningCurve(new Results(15).learning(CANDIDATES.get(0), "F1", 0.9, 5)));
        plots.add(Plots.learningCurve(new Results(16).learning(CANDIDATES.get(2), "F1 of \"malignant\"", 0.9, 12)));
        plots.add(Plots.learningCurve(new Results(17).learning(CANDIDATES.get(3), "RMSE", 80_000, 3)));
        plots.add(Plots.criticalDifference("ranks-six", ranks(CANDIDATES, 1.2)));
        plots.add(Plots.criticalDifference("ranks-two", ranks(CANDIDATES.subList(0, 2), 0.7)));
        plots.add(Plots.criticalDifference(
                "ranks-same",
                new MeanRanks("accuracy", 4, 0.05, 3, List.of(new Rank("a", 2), new Rank("b", 2), new Rank("c", 2)))));
        return plots;
    }

    private static Trend trend(int builds, List<String> candidates) {
        Random random = new Random(builds);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < builds; i++) {
            names.add("2026-11-" + (10 + i % 20) + " 12:3" + i % 10);
        }
        List<Trend.Line> lines = new ArrayList<>();
        for (int line = 0; line < candidates.size(); line++) {
            List<Trend.Point> points = new ArrayList<>();
            for (int i = 0; i < builds; i++) {
                double value = 0.95 - 0.05 * line + 0.01 * random.nextGaussian();
                points.add(
                        i % 11 == 7
                                ? Trend.Point.NONE
                                : new Trend.Point(value, value - 0.02, value + 0.015, line == 0 ? 0.93 : null));
            }
            lines.add(new Trend.Line(candidates.get(line), points));
        }
        return new Trend("TumourModelTest", "F1 of \"malignant\"", names, lines);
    }

    private static MeanRanks ranks(List<String> candidates, double critical) {
        List<Rank> ranks = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            ranks.add(new Rank(candidates.get(i), 1.2 + 0.8 * i - (i == 3 ? 0.75 : 0)));
        }
        return new MeanRanks("accuracy", 12, 0.05, critical, ranks);
    }

    /** Writes the pages. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, List<Plot>> page : pages().entrySet()) {
            StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                    + "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">"
                    + "<title>" + page.getKey() + "</title><style>body{margin:8px;display:flex;flex-wrap:wrap;gap:8px;"
                    + "background:#888}svg{max-width:100%;height:auto}</style>");
            page.getValue().forEach(plot -> html.append(plot.svg()).append('\n'));
            Files.writeString(folder.resolve(page.getKey() + ".html"), html, UTF_8);
        }
    }

    /** Writes the pages into the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }
}
