package dev.assay.clients;

import java.util.List;
import java.util.stream.Stream;

/** What is above tests. */
final class Containers {

    private Containers() {}

    /** Counts classes, and checks that have a test for each candidate. */
    static int of(List<ExpectedTest> tests) {
        return (int) Stream.concat(
                        tests.stream().map(ExpectedTest::idOfClass),
                        tests.stream().filter(ExpectedTest::isPerCandidate).map(ExpectedTest::idOfCheck))
                .distinct()
                .count();
    }
}
