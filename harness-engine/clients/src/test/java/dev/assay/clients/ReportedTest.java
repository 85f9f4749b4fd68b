package dev.assay.clients;

import java.util.List;

/**
 * What a report tells of a test.
 *
 * @param className the full name of its class
 * @param name what tells it from the other tests of the class
 * @param outcome what became of it
 * @param text why, in one line; empty for a test that passed
 */
record ReportedTest(String className, String name, Outcome outcome, String text) {

    /** Makes one line of a message or stack trace: demand and finding of an assertion, or else the first line. */
    static String text(String message) {
        List<String> lines = message.lines().map(String::strip).toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).startsWith("Expecting ")) {
                return lines.get(i) + " " + lines.get(i + 1).replaceFirst(" {2,}.*", "");
            }
        }
        return lines.get(0).replaceFirst("^([a-z]\\w*\\.)+[A-Z]\\w*: ", "");
    }
}
