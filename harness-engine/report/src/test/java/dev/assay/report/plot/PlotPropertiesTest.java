package dev.assay.report.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.MeanRanks;
import dev.assay.report.Plot;
import dev.assay.report.Plots;
import dev.assay.report.Trend;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for all plots, on the gallery and on thousands of made-up results. */
class PlotPropertiesTest {

    private static final int CLASSES = 120;

    private static final String[] PARTS = {
        "forest",
        "logistic",
        "回帰",
        "サポート",
        "ß",
        "Ünïcode",
        "<b>&amp;\"'",
        "x",
        "a b",
        "WWWWWWWWWW",
        "iiii",
        "🌲🌲",
        "e\u0301a\u0308",
        "\u0007",
        "\ud800",
        "-",
        "_",
        "/",
        "  ",
        "%d $1 \\",
        "نموذج",
        "Левенберг",
        "{}",
        "gradient_boosted_trees_without_any_space_in_it"
    };

    @Test
    void the_gallery_reads_well() {
        for (List<Plot> page : PlotGallery.pages().values()) {
            page.forEach(PlotPropertiesTest::check);
            assertThat(page).extracting(Plot::svg).doesNotHaveDuplicates();
        }
    }

    @Test
    void plots_of_any_results_read_well() {
        Random random = new Random(42);
        int plots = 0;
        for (int i = 0; i < CLASSES; i++) {
            ClassResults results = any(random);
            List<Plot> all = new ArrayList<>(Plots.of(results));
            results.results().forEach(result -> all.addAll(Plots.of(result)));
            all.forEach(PlotPropertiesTest::check);
            assertThat(all).extracting(Plot::name).doesNotHaveDuplicates();
            plots += all.size();
        }
        assertThat(plots).isGreaterThan(2000);
    }

    @Test
    void plots_of_any_trends_and_ranks_read_well() {
        Random random = new Random(43);
        for (int i = 0; i < 500; i++) {
            int builds = random.nextInt(80);
            double size = Math.pow(10, random.nextInt(30) - 15);
            List<Trend.Line> lines = names(random, random.nextInt(9)).stream()
                    .map(name -> new Trend.Line(name, points(random, builds, size)))
                    .toList();
            check(Plots.trend("trend", new Trend(name(random), name(random), names(random, builds), lines)));
            check(Plots.learningCurve(
                    new Results(random.nextLong()).learning(name(random), name(random), size, random.nextInt(9))));
            List<MeanRanks.Rank> ranks = names(random, 1 + random.nextInt(12)).stream()
                    .map(name -> new MeanRanks.Rank(name, 1 + random.nextDouble() * 11))
                    .toList();
            check(Plots.criticalDifference(
                    "ranks", new MeanRanks(name(random), 12, 0.05, random.nextDouble() * 4, ranks)));
        }
    }

    private static List<Trend.Point> points(Random random, int builds, double size) {
        return IntStream.range(0, builds)
                .mapToObj(i -> {
                    double value = random.nextGaussian() * size;
                    return random.nextInt(5) == 0
                            ? Trend.Point.NONE
                            : new Trend.Point(value, value - size, random.nextBoolean() ? value + size : null, size);
                })
                .toList();
    }

    private static ClassResults any(Random random) {
        Results results = new Results(random.nextLong());
        List<String> names = names(random, 1 + random.nextInt(8));
        if (random.nextInt(3) == 0) {
            double size = Math.pow(10, random.nextInt(40) - 20);
            double middle = random.nextBoolean() ? 0 : size * Math.pow(10, random.nextInt(9));
            return results.regression(names, 1 + random.nextInt(30), middle, random.nextInt(9) == 0 ? 0 : size);
        }
        if (random.nextInt(10) == 0) {
            List<Result> undefined = names.stream().map(Results::undefined).toList();
            return results.of(undefined);
        }
        List<String> labels = names(random, 2 + random.nextInt(14));
        return results.classification(names, labels, 1 + random.nextInt(3), 1 + random.nextInt(10));
    }

    /** Makes up different names. */
    private static List<String> names(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> name(random) + (count > 1 ? " " + i : ""))
                .toList();
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int parts = random.nextInt(7);
        for (int i = 0; i < parts; i++) {
            name.append(PARTS[random.nextInt(PARTS.length)]).append(random.nextBoolean() ? " " : "");
        }
        return name.toString();
    }

    private static void check(Plot plot) {
        Drawing drawing = Drawing.of(plot);
        checkNames(plot, drawing);
        checkTexts(plot, drawing);
        checkSafety(plot, drawing);
    }

    private static void checkNames(Plot plot, Drawing drawing) {
        assertThat(plot.name()).matches("[a-z0-9]+(-{1,2}[a-z0-9]+)*");
        assertThat(drawing.values("id"))
                .as(plot.name())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.equals(plot.name()) || id.startsWith(plot.name() + "-"));
        assertThat(drawing.values("class")).as(plot.name()).allMatch(name -> name.startsWith(plot.name() + "-"));
        assertThat(drawing.root().getAttribute("aria-labelledby").split(" "))
                .as(plot.name())
                .isSubsetOf(drawing.values("id"));
    }

    private static void checkTexts(Plot plot, Drawing drawing) {
        List<Drawing.Box> boxes = drawing.boxes();
        double width = drawing.number("width");
        double height = drawing.number("height");
        assertThat(drawing.root().getAttribute("viewBox")).isEqualTo("0 0 " + Num.px(width) + " " + Num.px(height));
        for (int i = 0; i < boxes.size(); i++) {
            Drawing.Box box = boxes.get(i);
            if (!box.within(width, height)) {
                throw new AssertionError(plot.name() + ": outside is " + box + "\n" + plot.svg());
            }
            for (Drawing.Box other : boxes.subList(i + 1, boxes.size())) {
                if (box.overlaps(other)) {
                    throw new AssertionError(plot.name() + ": " + box + " overlaps " + other + "\n" + plot.svg());
                }
            }
        }
    }

    private static void checkSafety(Plot plot, Drawing drawing) {
        assertThat(plot.alternative()).as(plot.name()).isNotBlank();
        assertThat(drawing.values("style")).as(plot.name()).isEmpty();
        assertThat(drawing.values("href")).as(plot.name()).isEmpty();
        assertThat(drawing.values("d")).as(plot.name()).noneMatch(path -> path.contains("N") || path.contains("E"));
        assertThat(drawing.elements("script")).as(plot.name()).isEmpty();
        assertThat(Plots.withoutStyle(plot)).doesNotContain("<style");
    }

    @Test
    void the_same_results_give_the_same_bytes() {
        List<String> once = PlotGallery.pages().values().stream()
                .flatMap(List::stream)
                .map(Plot::svg)
                .toList();
        List<String> again = PlotGallery.pages().values().stream()
                .flatMap(List::stream)
                .map(Plot::svg)
                .toList();
        assertThat(again).isEqualTo(once);
    }

    @Test
    void plots_of_5_candidates_in_30_folds_with_10_labels_leave_room_on_a_page_of_300_kilobytes() {
        ClassResults results =
                new Results(3).classification(PlotGallery.CANDIDATES.subList(0, 5), PlotGallery.TEN, 3, 10);
        List<Plot> plots = new ArrayList<>(Plots.of(results));
        results.results().forEach(result -> plots.addAll(Plots.of(result)));
        int bytes = plots.stream()
                .mapToInt(plot -> Plots.withoutStyle(plot).getBytes(UTF_8).length)
                .sum();
        assertThat(bytes).isLessThan(240_000);
    }
}
