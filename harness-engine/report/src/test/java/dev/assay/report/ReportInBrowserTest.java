package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.result.ClassResults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Opens pages in a real browser and measures what readers would see. */
@Tag("slow")
@Execution(ExecutionMode.SAME_THREAD)
class ReportInBrowserTest {

    private static final String ARROW_RIGHT = "\uE014";
    private static final String TAB = "\uE004";
    private static final String ESCAPE = "\uE00C";
    private static final int HEIGHT = 900;
    private static final String PROBE = probe();

    private static Optional<Browser> started = Optional.empty();
    private static Path index;
    private static Path run;
    private static Path large;
    private static Path awkward;

    private Browser browser;

    @BeforeAll
    static void writePagesAndStart(@TempDir Path folder) throws IOException {
        started = Browser.start();
        assumeTrue(started.isPresent(), "skipped: there is no chromium with a chromedriver on the PATH");
        ClassResults real = SmallRun.in(folder.resolve("assay"));
        Path report = folder.resolve("report");
        index = HtmlReport.of(List.of(real, Invented.large(), Invented.awkward()))
                .writeTo(report);
        run = report.resolve(real.summary().testClass() + ".html");
        large = report.resolve("org.clinic.DigitsModelTest.html");
        awkward = report.resolve("org.clinic.AwkwardModelTest.html");
    }

    @AfterAll
    static void stop() {
        started.ifPresent(Browser::close);
    }

    @BeforeEach
    void useBrowser() {
        browser = started.orElseThrow();
        browser.scripts(true);
        browser.prefer("light");
        browser.resize(1200, HEIGHT);
    }

    private static String probe() {
        try (InputStream stream = ReportInBrowserTest.class.getResourceAsStream("probe.js")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> faults(String function) {
        JsonNode faults = browser.run(PROBE + "return " + function + "();");
        return faults.valueStream().map(JsonNode::asString).toList();
    }

    private String text(String script) {
        return browser.run("return " + script).asString();
    }

    private List<String> texts(String selector) {
        return browser.run(
                        "return Array.from(document.querySelectorAll(arguments[0]), each => each.textContent)",
                        selector)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void asks_for_nothing_but_the_page_and_the_console_stays_empty() {
        browser.console();
        browser.requests();
        for (Path page : List.of(index, run, awkward)) {
            browser.open(page);
            browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");
        }

        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests())
                .containsExactlyElementsOf(Stream.of(index, run, awkward)
                        .map(page -> page.toUri().toString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"360, light", "800, light", "1600, light", "360, dark", "800, dark", "1600, dark"})
    void no_text_is_cut_or_covered_and_all_of_it_is_legible(int width, String scheme) {
        browser.resize(width, HEIGHT);
        browser.prefer(scheme);
        for (Path page : List.of(index, run, large, awkward)) {
            browser.open(page);
            browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");

            assertThat(faults("wide")).as("too wide in %s", page).isEmpty();
            assertThat(faults("cut")).as("cut in %s", page).isEmpty();
            assertThat(faults("overlapping")).as("overlapping in %s", page).isEmpty();
            assertThat(faults("faint")).as("too little contrast in %s", page).isEmpty();
        }
    }

    @Test
    void a_click_on_a_heading_sorts_and_another_turns_the_order() {
        browser.open(large);
        String heading = "#candidates .table:nth-of-type(1) th:nth-child(2)";
        String names = "#candidates .table:nth-of-type(1) tbody th";
        List<String> best = texts(names);

        browser.click(heading + " button");
        assertThat(text("document.querySelector('" + heading + "').ariaSort")).isEqualTo("descending");
        assertThat(texts(names)).isEqualTo(best);

        browser.click(heading + " button");
        assertThat(text("document.querySelector('" + heading + "').ariaSort")).isEqualTo("ascending");
        assertThat(texts(names))
                .containsExactlyElementsOf(best.stream()
                        .sorted((one, other) -> best.indexOf(other) - best.indexOf(one))
                        .toList());
        assertThat(texts("#candidates th[aria-sort]")).hasSize(1);
    }

    @Test
    void what_is_unknown_stays_last_whichever_way_a_table_is_sorted() {
        browser.open(large);
        String column = "#slices th:nth-child(4)";
        for (int i = 0; i < 2; i++) {
            browser.click(column + " button");
            assertThat(texts("#slices tbody tr:last-child td")).contains("unknown");
        }
    }

    @Test
    void tooltips_come_by_pointer_by_touch_and_by_keyboard() {
        browser.open(run);
        String heading = "#candidates .table:nth-of-type(1) th:nth-child(2) button";
        assertThat(texts("#tip[hidden]")).hasSize(1);

        browser.point(heading);
        assertThat(texts("#tip:not([hidden])"))
                .singleElement()
                .asString()
                .startsWith("Higher is better. 95 % interval of ");

        browser.press(ESCAPE);
        assertThat(texts("#tip:not([hidden])")).isEmpty();

        browser.run("document.querySelector('#candidates .table:nth-of-type(1) .scroll').focus()");
        browser.press(TAB);
        browser.press(TAB);
        assertThat(texts("#tip:not([hidden])")).hasSize(1);
        assertThat(text("document.activeElement.getAttribute('aria-describedby')"))
                .isEqualTo("tip");

        browser.press(ESCAPE);
        browser.click("#met th:nth-child(6) button");
        assertThat(texts("#tip:not([hidden])")).singleElement().asString().contains("passes a model");
    }

    @Test
    void arrow_keys_go_from_mark_to_mark_of_a_plot() {
        browser.open(run);
        browser.run("document.querySelector('.drawing[tabindex]').focus()");

        browser.press(ARROW_RIGHT);
        String first = texts("#tip:not([hidden])").get(0);
        browser.press(ARROW_RIGHT);

        assertThat(first).isNotEmpty();
        assertThat(texts("#tip:not([hidden])")).singleElement().isNotEqualTo(first);
    }

    @Test
    void readers_can_hide_the_curves_of_a_candidate() {
        browser.open(large);
        String shown = "Array.from(document.querySelectorAll('#plots > .plots [data-series]'))"
                + ".filter(each => each.getBoundingClientRect().width > 0 && getComputedStyle(each).display !== 'none')"
                + ".map(each => each.dataset.series).filter((each, i, all) => all.indexOf(each) === i).join()";
        assertThat(texts(".toggles label"))
                .containsExactly(
                        "logistic regression", "random forest", "gradient boosting", "naive Bayes", "majority class");

        browser.click(".toggles label:nth-of-type(2) input");
        assertThat(text(shown)).isEqualTo("logistic regression,gradient boosting,naive Bayes,majority class");

        browser.click(".toggles label:nth-of-type(2) input");
        assertThat(text(shown)).contains("random forest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-met", "candidates", "plots", "slices", "worst", "provenance", "limits"})
    void everything_is_there_without_scripts(String section) {
        browser.scripts(false);
        browser.open(large);

        assertThat(browser.run("return document.querySelectorAll('#tip, th button, .toggles').length")
                        .asInt())
                .isZero();
        assertThat(browser.run("return document.getElementById(arguments[0]).innerText.length", section)
                        .asInt())
                .isGreaterThan(100);
    }

    @Test
    void prints_what_is_folded_up_on_screens() throws IOException {
        browser.open(run);

        assertThat(new String(browser.pdf(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat(texts("details:not([open])")).isEmpty();
        browser.run("dispatchEvent(new Event('afterprint'))");
        assertThat(texts("details:not([open])")).isNotEmpty();
        assertThat(Files.exists(run)).isTrue();
    }
}
