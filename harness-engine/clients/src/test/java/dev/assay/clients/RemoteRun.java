package dev.assay.clients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Eclipse makes of the messages of a run. */
final class RemoteRun {

    /** A test as Eclipse knows it; the fields are as the runner sends them. */
    private static final Pattern NODE =
            Pattern.compile("%TSTTREE(?<number>\\d+),(?<name>[^,]*),(?<container>true|false),\\d+,(true|false),\\d+,.*,"
                    + "(?<id>\\[engine:.*)");

    private static final Pattern NAME = Pattern.compile("(?<method>\\w+)\\((?<type>[^)]+)\\)");
    private static final Pattern ENDED = Pattern.compile("%TESTE {2}(?<number>\\d+),(?<name>.*)");
    private static final Pattern FAILED = Pattern.compile("%(?<kind>FAILED|ERROR ) ?(?<number>\\d+),(?<name>.*)");
    private static final String IGNORED = "@Ignore: ";
    private static final String ASSUMPTION = "@AssumptionFailure: ";

    private final List<String> messages;
    private final Map<String, Matcher> tests = new LinkedHashMap<>();

    RemoteRun(List<String> messages) {
        this.messages = messages;
        for (String message : messages) {
            Matcher node = NODE.matcher(message);
            if (node.matches() && node.group("container").equals("false")) {
                tests.put(node.group("number"), node);
            }
        }
    }

    /** How many tests were announced before the first ran. */
    int announced() {
        return Integer.parseInt(messages.get(0).replaceAll("^%TESTC +(\\d+) v2$", "$1"));
    }

    boolean isComplete() {
        return messages.get(messages.size() - 1).startsWith("%RUNTIME");
    }

    /** All tests that ended, with method and id in place of the name. */
    List<ReportedTest> reported() {
        List<ReportedTest> reported = new ArrayList<>();
        for (String message : messages) {
            Matcher ended = ENDED.matcher(message);
            if (ended.matches()) {
                reported.add(reported(ended.group("number"), ended.group("name")));
            }
        }
        return reported;
    }

    private ReportedTest reported(String number, String name) {
        Matcher node = tests.get(number);
        Matcher names = NAME.matcher(node.group("name"));
        if (!names.matches()) {
            throw new AssertionError("not a method and its class: " + node.group("name"));
        }
        Optional<Integer> failure = failure(number);
        return new ReportedTest(
                names.group("type"),
                names.group("method") + " " + id(node),
                failure.map(this::outcome).orElse(name.startsWith(IGNORED) ? Outcome.SKIPPED : Outcome.PASSED),
                failure.map(line -> ReportedTest.text(between("%TRACES ", "%TRACEE ", line)))
                        .orElse(""));
    }

    private static String id(Matcher node) {
        return node.group("id").replace("\\,", ",");
    }

    /** The difference that Eclipse shows for a test, by the test's id. */
    Map<String, List<String>> differences() {
        Map<String, List<String>> differences = new LinkedHashMap<>();
        tests.forEach((number, node) -> failure(number)
                .filter(line -> messages.get(line + 1).equals("%EXPECTS"))
                .ifPresent(line -> differences.put(
                        id(node),
                        List.of(between("%EXPECTS", "%EXPECTE", line), between("%ACTUALS", "%ACTUALE", line)))));
        return differences;
    }

    private Optional<Integer> failure(String number) {
        for (int i = 0; i < messages.size(); i++) {
            Matcher failed = FAILED.matcher(messages.get(i));
            if (failed.matches() && failed.group("number").equals(number)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Outcome outcome(int line) {
        Matcher failed = FAILED.matcher(messages.get(line));
        if (!failed.matches()) {
            throw new AssertionError(messages.get(line));
        }
        if (failed.group("kind").equals("ERROR ")) {
            return Outcome.ERROR;
        }
        return failed.group("name").startsWith(ASSUMPTION) ? Outcome.ABORTED : Outcome.FAILED;
    }

    /** The lines after the first of one kind, which is at or after a place, and before the next of another. */
    private String between(String begin, String end, int from) {
        int first = from;
        while (!messages.get(first).equals(begin)) {
            first++;
        }
        int last = first;
        while (!messages.get(last).equals(end)) {
            last++;
        }
        return String.join("\n", messages.subList(first + 1, last));
    }
}
