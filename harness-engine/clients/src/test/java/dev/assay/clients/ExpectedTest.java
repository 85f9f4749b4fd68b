package dev.assay.clients;

import java.util.Optional;

/**
 * What all clients should tell of a test.
 *
 * @param className the full name of its class, which is an inner one if that is a group
 * @param method the check
 * @param parameter the simple name of the type of the check's only parameter
 * @param position the place of the candidate among all of the class, if the check has a test for each; otherwise 0
 * @param candidate the candidate's name, if the check has a test for each; otherwise empty
 * @param streamed whether it is known only when the check runs
 * @param tag its tag, or nothing
 * @param outcome what becomes of it
 * @param text why, in one line; empty for a test that passes
 * @param miss what the assertion says, if that is why
 */
record ExpectedTest(
        String className,
        String method,
        String parameter,
        int position,
        String candidate,
        boolean streamed,
        String tag,
        Outcome outcome,
        String text,
        Optional<Miss> miss) {

    /** A check that passes, with one {@code Evaluation}. */
    static ExpectedTest check(String className, String method) {
        return new ExpectedTest(
                className, method, "Evaluation", 0, "", false, "", Outcome.PASSED, "", Optional.empty());
    }

    ExpectedTest ofComparison() {
        return new ExpectedTest(
                className, method, "Comparison", position, candidate, streamed, tag, outcome, text, miss);
    }

    ExpectedTest forCandidate(int newPosition, String name) {
        return new ExpectedTest(className, method, parameter, newPosition, name, streamed, tag, outcome, text, miss);
    }

    ExpectedTest forStreamedCandidate(int newPosition, String name) {
        return new ExpectedTest(className, method, parameter, newPosition, name, true, tag, outcome, text, miss);
    }

    ExpectedTest tagged(String newTag) {
        return new ExpectedTest(
                className, method, parameter, position, candidate, streamed, newTag, outcome, text, miss);
    }

    ExpectedTest ends(Outcome newOutcome, String newText) {
        return new ExpectedTest(
                className, method, parameter, position, candidate, streamed, tag, newOutcome, newText, miss);
    }

    ExpectedTest fails(Miss newMiss) {
        return new ExpectedTest(
                className,
                method,
                parameter,
                position,
                candidate,
                streamed,
                tag,
                Outcome.FAILED,
                newMiss.sentence(),
                Optional.of(newMiss));
    }

    boolean isPerCandidate() {
        return position > 0;
    }

    /** The name in reports. */
    String name() {
        return method + "(" + parameter + ")" + (isPerCandidate() ? "[" + position + "]" : "");
    }

    /** The id of its class, or of its group in a class. */
    String idOfClass() {
        return "[engine:assay]/[class:" + className.replace("$", "]/[group:") + "]";
    }

    String idOfCheck() {
        return idOfClass() + "/[check:" + method + "(dev.assay.evaluation." + parameter + ")]";
    }

    /** The id, as in {@code UniqueId.toString()}. */
    String id() {
        return isPerCandidate() ? idOfCheck() + "/[test-template-invocation:" + candidate + "]" : idOfCheck();
    }

    /** The report of it if it doesn't begin, although it would. */
    ReportedTest skipped(String reason) {
        return new ReportedTest(className, name(), Outcome.SKIPPED, reason);
    }

    ReportedTest reported() {
        return new ReportedTest(className, name(), outcome, text);
    }
}
