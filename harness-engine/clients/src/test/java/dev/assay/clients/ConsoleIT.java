package dev.assay.clients;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console launcher of each version of the JUnit Platform, with one and the same jar of the engine. */
class ConsoleIT {

    /** The suite engine, Jupiter, Vintage and Assay. */
    private static final int ENGINES = 4;

    static Stream<Arguments> runs() {
        return Stream.of("1.13", "1.14", "6.0", "6.1")
                .flatMap(version -> Stream.of(Selection.values()).map(selection -> Arguments.of(version, selection)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void runs_what_is_selected(String version, Selection selection) {
        Console console = Console.standalone(version, selection.name());

        Fork fork = console.run(Console.arguments(selection, Place.classes().toString()));

        // a suite is a container with an engine of its own
        console.requireAll(fork, selection.tests(), ENGINES + (selection == Selection.SUITE ? 2 : 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.13", "1.14", "6.0", "6.1"})
    void runs_nothing_in_a_dry_run_and_finds_all_but_streamed_candidates(String version) {
        Console console = Console.standalone(version, "dry-run");

        Fork fork = console.run(List.of(
                "--scan-classpath=" + Place.classes(), "--config=junit.platform.execution.dryRun.enabled=true"));

        List<ExpectedTest> known =
                Fixture.TESTS.stream().filter(test -> !test.streamed()).toList();
        List<ReportedTest> skipped = known.stream()
                .map(test -> test.skipped("JUnit Platform dry-run mode is enabled"))
                .toList();
        Console.requireCounts(fork, skipped, ENGINES + Containers.of(Fixture.TESTS), 0);
        // which takes a container without tests for a test
        ReportedTest check = new ReportedTest(Fixture.GRID, "eachIsGood(Evaluation)", Outcome.PASSED, "");
        console.requireLegacyReport(
                Stream.concat(skipped.stream(), Stream.of(check)).toList());
        console.requireOpenReport(known.stream().collect(Collectors.toMap(ExpectedTest::id, test -> Outcome.SKIPPED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.0", "6.1"})
    void starts_nothing_more_after_the_first_failure_if_told_to_fail_fast(String version) {
        Console console = Console.standalone(version, "fail-fast");

        Fork fork = console.run(List.of("--select-class=" + Fixture.APPLE, "--fail-fast"));

        List<ExpectedTest> tests = Selection.CLASS.tests();
        List<ReportedTest> reported =
                tests.stream().map(ConsoleIT::afterFirstFailure).toList();
        Console.requireCounts(fork, reported, ENGINES + Containers.of(tests), 1);
        console.requireLegacyReport(reported);
        // which says nothing of what is in a container that didn't begin
        console.requireOpenReport(tests.stream()
                .filter(test -> !test.isPerCandidate())
                .collect(Collectors.toMap(
                        ExpectedTest::id, test -> afterFirstFailure(test).outcome())));
    }

    /** The first check breaks. */
    private static ReportedTest afterFirstFailure(ExpectedTest test) {
        String reason = (test.isPerCandidate() ? "parent was skipped: " : "") + "Execution cancelled";
        return test.method().equals("breaks") ? test.reported() : test.skipped(reason);
    }
}
