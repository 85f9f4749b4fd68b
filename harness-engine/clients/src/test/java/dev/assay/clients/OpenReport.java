package dev.assay.clients;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Reads reports in the form of Open Test Reporting. */
final class OpenReport {

    private static final String IN_SUITE = "[engine:junit-platform-suite]/[suite:" + Fixture.SUITE + "]/";

    private OpenReport() {}

    /** How an outcome is written. */
    static String status(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "SUCCESSFUL";
            case FAILED, ERROR -> "FAILED";
            case ABORTED -> "ABORTED";
            case SKIPPED -> "SKIPPED";
        };
    }

    /** Reads what became of each test, by the test's id. */
    static Map<String, String> statusById(Path report) {
        Element root = Xml.root(report);
        Map<String, Element> finished = Xml.below(root, "finished").stream()
                .collect(Collectors.toMap(event -> event.getAttribute("id"), Function.identity()));
        Map<String, String> statuses = new HashMap<>();
        for (Element started : Xml.below(root, "started")) {
            if (text(started, "type").equals("TEST")) {
                String id = text(started, "uniqueId").replace(IN_SUITE, "");
                Element result = Xml.below(finished.get(started.getAttribute("id")), "result")
                        .get(0);
                if (statuses.put(id, result.getAttribute("status")) != null) {
                    throw new AssertionError(id + " stands twice in " + report);
                }
            }
        }
        return statuses;
    }

    private static String text(Element event, String name) {
        return Xml.below(event, name).get(0).getTextContent();
    }
}
