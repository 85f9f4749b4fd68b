package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.result.ClassResult;
import dev.assay.result.ClassResults;
import dev.assay.result.Timings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final int MOST_BYTES = 300_000;

    @TempDir
    Path folder;

    private String page(ClassResults results) throws IOException {
        HtmlReport.of(List.of(results)).writeTo(folder);
        return Files.readString(folder.resolve(results.summary().testClass() + ".html"));
    }

    private static ClassResults empty(String testClass) {
        return new ClassResults(
                new ClassResult(
                        ClassResult.SCHEMA,
                        testClass,
                        testClass,
                        List.of(),
                        List.of(),
                        null,
                        ClassResult.ErrorBudget.of(List.of()),
                        List.of()),
                List.of());
    }

    private static List<String> all(String regex, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }

    @Test
    void writes_an_index_and_a_page_for_each_class() throws IOException {
        Path index = HtmlReport.of(List.of(Invented.small(), Invented.large())).writeTo(folder.resolve("new/report"));

        assertThat(index).isEqualTo(folder.resolve("new/report/index.html"));
        try (Stream<Path> files = Files.list(index.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "index.html", "org.clinic.DigitsModelTest.html", "org.clinic.TumourModelTest.html");
        }
    }

    @Test
    void lists_classes_that_need_attention_first() throws IOException {
        ClassResults small = Invented.small();
        ClassResults green = new ClassResults(
                empty("org.clinic.GreenTest").summary(),
                List.of(Invented.metOnly(small.results().get(0))));

        String index = Files.readString(HtmlReport.of(List.of(empty("org.clinic.EmptyTest"), green, small))
                .withTitle("Clinic")
                .writeTo(folder));

        assertThat(all("href=\"(org[^\"]*)\"", index))
                .containsExactly(
                        "org.clinic.TumourModelTest.html", "org.clinic.EmptyTest.html", "org.clinic.GreenTest.html");
        assertThat(index).contains("<title>Clinic</title>", "<bdi>Clinic</bdi>", ">nothing judged</span>");
    }

    @Test
    void says_that_there_are_no_results() throws IOException {
        assertThat(Files.readString(HtmlReport.of(List.of()).writeTo(folder))).contains("There are no results");
    }

    @Test
    void says_that_nothing_was_judged() throws IOException {
        assertThat(page(empty("org.clinic.EmptyTest"))).contains("Nothing was judged");
    }

    @Test
    void puts_red_verdicts_first_and_what_it_cannot_tell_last() throws IOException {
        assertThat(all("<section id=\"([^\"]*)\">", page(Invented.large())))
                .containsExactly(
                        "not-met",
                        "failed",
                        "inconclusive",
                        "met",
                        "custom",
                        "candidates",
                        "plots",
                        "labels",
                        "slices",
                        "worst",
                        "leakage",
                        "remarks",
                        "budget",
                        "provenance",
                        "limits");
    }

    @Test
    void shows_the_whole_sentence_of_what_is_not_met() throws IOException {
        assertThat(page(Invented.large())).contains("4 of 10 demands are not met", """
                        [gradient boosting on tumours: 10-fold stratified cross-validation x 3, seed 42]
                        Expecting macro F1 to be at least 0.9200
                                      but it was 0.8701""");
    }

    @Test
    void shows_why_a_candidate_could_not_be_evaluated() throws IOException {
        assertThat(page(Invented.small()))
                .contains("nearest neighbours", "repeat 1, fold 2: column &quot;age&quot; is missing in 3 rows");
    }

    @Test
    void tells_what_it_cannot_tell_of_these_results() throws IOException {
        assertThat(page(Invented.large()))
                .contains(
                        "figures are of the training procedure",
                        "the best of 5 owes part of its lead to luck",
                        "How sure expected calibration error is: expected calibration error is biased by the number of bins.",
                        "What recall at precision 0.99 is: undefined, no threshold reaches a precision of 0.99.",
                        "How likely a bad model passes 5 gates without a confidence level",
                        "How 5 values fared that went to other assertions",
                        "Some leaks: copies can&#x27;t be looked for among 569 inputs of class Image",
                        "are of one repeat of 3.",
                        "the page lists the 10 worst of a candidate only");
    }

    @Test
    void rounds_numbers_as_messages_do() {
        assertThat(Figures.beside(0.66667, 0.7, false)).isEqualTo("0.6666");
        assertThat(Figures.beside(0.73331, 0.7, false)).isEqualTo("0.7334");
        assertThat(Figures.beside(0.82829, 0.75, true)).isEqualTo("0.8282");
        assertThat(Figures.beside(0.12341, 0.2, true)).isEqualTo("0.1235");
    }

    @Test
    void shows_how_long_candidates_took_where_that_is_known() throws IOException {
        ClassResults results = Invented.small();
        Timings timings = new Timings(
                Timings.SCHEMA,
                results.summary().testClass(),
                "logistic regression",
                List.of(),
                List.of(new Timings.FoldTiming(0, 0, 0.0125, 2), new Timings.FoldTiming(0, 1, 0.0375, 3)));

        HtmlReport.of(List.of(results)).withTimings(List.of(timings)).writeTo(folder);

        assertThat(Files.readString(folder.resolve("org.clinic.TumourModelTest.html")))
                .contains("fit time", ">25.0 ms<", ">2.5 s<");
        assertThat(page(results)).doesNotContain("fit time");
    }

    @Test
    void escapes_names_whatever_they_hold() throws IOException {
        String page = page(Invented.awkward());

        assertThat(all("<script[ >]", page)).hasSize(1);
        assertThat(all("<style[ >]", page)).hasSize(1);
        assertThat(page)
                .contains(
                        "<bdi>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ", Invented.CJK, Invented.RTL);
    }

    @Test
    void allows_no_style_or_script_but_its_own_and_loads_nothing() throws Exception {
        String page = page(Invented.awkward());
        String policy = all("Content-Security-Policy\" content=\"([^\"]*)\"", page)
                .get(0)
                .replace("&#x27;", "'");

        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src "
                        + hash(all("<style>(.*?)</style>", page).get(0))
                        + "; script-src "
                        + hash(all("<script>(.*?)</script>", page).get(0))
                        + "; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(all(" (style|on\\w+)=\"", page)).isEmpty();
        assertThat(all("(?:src|href)=\"([^#\"][^\"]*)\"", page)).containsExactly("data:,", "index.html");
        assertThat(page).doesNotContain("@import", "url(");
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @Test
    void gives_equal_pages_for_equal_results() throws IOException {
        assertThat(page(Invented.large())).isEqualTo(page(Invented.large()));
    }

    @Test
    void has_no_id_twice() throws IOException {
        assertThat(all("\\sid=\"([^\"]*)\"", page(Invented.awkward()))).doesNotHaveDuplicates();
    }

    @Test
    void stays_small_for_five_candidates_of_thirty_folds_and_ten_labels() throws IOException {
        assertThat(page(Invented.large()).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
        assertThat(page(Invented.awkward()).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @Test
    void names_pages_safely_and_tells_classes_of_the_same_name_apart() throws IOException {
        Path index = HtmlReport.of(List.of(
                        empty("../../outside"),
                        empty("index"),
                        empty("Outer$\u00dcber"),
                        empty("Twice"),
                        empty("twice")))
                .writeTo(folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "%2E.%2F..%2Foutside.html",
                            "index~2.html", "Outer$\u00dcber.html", "Twice.html", "twice~2.html", "index.html");
        }
        assertThat(Files.readString(index))
                .contains("href=\"%252E.%252F..%252Foutside.html\"", "href=\"Outer$%C3%9Cber.html\"");
    }

    @Test
    void names_the_file_that_cannot_be_written() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> HtmlReport.of(List.of()).writeTo(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(file.resolve("index.html") + ": cannot be written: ");
    }
}
