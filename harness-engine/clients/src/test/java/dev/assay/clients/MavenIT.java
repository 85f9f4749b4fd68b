package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Surefire and Failsafe. */
class MavenIT {

    static Stream<Arguments> runs() {
        return Stream.of(
                        runs(
                                Runner.SUREFIRE,
                                Selection.EVERYTHING,
                                Selection.CLASS,
                                Selection.PACKAGE,
                                Selection.METHOD,
                                Selection.TAG,
                                Selection.OTHER_TAGS),
                        runs(Runner.SUREFIRE_WITH_JUNIT_5, Selection.EVERYTHING),
                        runs(
                                Runner.OLDER_SUREFIRE,
                                Selection.EVERYTHING,
                                Selection.PACKAGE,
                                Selection.METHOD,
                                Selection.TAG),
                        runs(Runner.FAILSAFE, Selection.EVERYTHING, Selection.PACKAGE, Selection.METHOD, Selection.TAG))
                .flatMap(runs -> runs);
    }

    private static Stream<Arguments> runs(Runner runner, Selection... selections) {
        return Stream.of(selections).map(selection -> Arguments.of(runner, selection));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void runs_what_is_selected(Runner runner, Selection selection) {
        MavenBuild build = new MavenBuild(runner, selection.name());

        Fork fork = build.run(runner.arguments(selection));

        build.require(fork, selection.reported(), 0);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUREFIRE_WITH_JUNIT_5")
    void runs_failed_tests_again_by_their_ids_and_tells_which_are_flaky(Runner runner) {
        MavenBuild build = new MavenBuild(runner, "rerun");
        Path marker = build.folder().resolve("marker");

        Fork fork = build.run(List.of(runner.property("rerunFailingTestsCount") + "=1", "-Dorchard.marker=" + marker));

        build.require(fork, Fixture.TESTS.stream().map(ExpectedTest::reported).toList(), 1);
        assertThat(withBelow(build, "flakyFailure"))
                .containsExactly(Fixture.FLAKY + " passesAtTheSecondTry(Evaluation)");
        assertThat(withBelow(build, "rerunFailure")).containsExactlyInAnyOrderElementsOf(names(Outcome.FAILED));
        assertThat(withBelow(build, "rerunError")).containsExactlyInAnyOrderElementsOf(names(Outcome.ERROR));
    }

    private static List<String> withBelow(MavenBuild build, String name) {
        return build.reports().stream()
                .flatMap(report -> Xml.below(Xml.root(report), name).stream())
                .map(element -> (Element) element.getParentNode())
                .map(test -> test.getAttribute("classname") + " " + test.getAttribute("name"))
                .toList();
    }

    private static List<String> names(Outcome outcome) {
        return Fixture.TESTS.stream()
                .filter(test -> test.outcome() == outcome)
                .map(test -> test.className() + " " + test.name())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUREFIRE_WITH_JUNIT_5")
    void runs_nothing_in_a_dry_run(Runner runner) {
        MavenBuild build = new MavenBuild(runner, "dry-run");

        Fork fork = build.run(List.of("-Djunit.platform.execution.dryRun.enabled=true"));

        build.require(
                fork,
                Fixture.TESTS.stream()
                        .filter(test -> !test.streamed())
                        .map(test -> test.skipped("JUnit Platform dry-run mode is enabled"))
                        .toList(),
                0);
    }

    /** From JUnit 6 on, which the older one doesn't know. What didn't begin is one skipped test for each check, or group. */
    @ParameterizedTest
    @EnumSource(names = {"SUREFIRE", "FAILSAFE"})
    void starts_nothing_more_after_the_first_failure_if_told_to_skip(Runner runner) {
        MavenBuild build = new MavenBuild(runner, "skip");

        Fork fork = build.run(List.of(runner.property("skipAfterFailureCount") + "=1"));

        build.require(
                fork,
                Fixture.TESTS.stream()
                        .map(test -> test.method().equals("breaks")
                                ? test.reported()
                                : new ReportedTest(
                                        test.className(),
                                        test.className().contains("$")
                                                ? ""
                                                : test.name().replaceFirst("\\[\\d+]$", ""),
                                        Outcome.SKIPPED,
                                        "Execution cancelled"))
                        .distinct()
                        .toList(),
                0);
    }
}
