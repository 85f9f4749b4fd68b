package dev.assay.clients;

import static dev.assay.clients.ExpectedTest.of;
import static dev.assay.clients.Outcome.ABORTED;
import static dev.assay.clients.Outcome.ERROR;
import static dev.assay.clients.Outcome.SKIPPED;

import java.util.List;

/** What is expected of the project in the folder {@code fixture}: one line for each test, and all else follows. */
final class Fixture {

    static final String APPLE = "org.orchard.AppleModelTest";
    static final String BLIGHT = "org.orchard.BlightModelTest";
    static final String FLAKY = "org.orchard.FlakyModelTest";
    static final String GRID = "org.orchard.GridModelTest";
    static final String PEAR = "org.orchard.PearModelTest";
    static final String LEMON = "org.orchard.citrus.LemonModelTest";
    static final String SUITE = "org.orchard.OrchardSuite";

    private static final Miss BELOW_70 =
            new Miss("accuracy to be at least 0.7000", "it was 0.6666", "at least 0.7000", "0.6666");
    private static final Miss BELOW_90 =
            new Miss("accuracy to be at least 0.9000", "it was 0.6666", "at least 0.9000", "0.6666");
    private static final Miss TIE = new Miss(
            "\"rule\" to be the best by F1 of \"ripe\"",
            "\"same rule\" is just as good: both have 1.0000",
            "best: rule",
            "\"same rule\" is just as good: both have 1.0000");

    static final List<ExpectedTest> TESTS = List.of(
            of(APPLE, "breaks").ends(ERROR, "rule fell off the ladder"),
            of(APPLE, "eachBeatsChance")
                    .forCandidate(1, "majority class")
                    .tagged("gate")
                    .fails(BELOW_70),
            of(APPLE, "eachBeatsChance").forCandidate(2, "rule").tagged("gate"),
            of(APPLE, "eachBeatsChance").forCandidate(3, "same rule").tagged("gate"),
            of(APPLE, "fails").fails(BELOW_90),
            of(APPLE, "isAborted").ends(ABORTED, "rule is out of season"),
            of(APPLE, "isInconclusive").ofComparison().fails(TIE),
            of(APPLE, "isInherited"),
            of(APPLE, "isSkipped").ends(SKIPPED, "until spring"),
            of(APPLE, "passes").tagged("gate"),
            of(BLIGHT, "all").ofComparison().ends(ERROR, "no fruit is left"),
            of(BLIGHT, "each").forCandidate(1, "majority class").ends(ERROR, "no fruit is left"),
            of(BLIGHT, "each").forCandidate(2, "rule").ends(ERROR, "no fruit is left"),
            of(BLIGHT, "isInherited").ends(ERROR, "no fruit is left"),
            of(FLAKY, "isInherited"),
            of(FLAKY, "passesAtTheSecondTry"),
            of(GRID, "eachIsGood").forStreamedCandidate(3, "small"),
            of(GRID, "eachIsGood").forStreamedCandidate(4, "large"),
            of(GRID, "eachIsGood").forStreamedCandidate(5, "prior").fails(BELOW_90),
            of(GRID, "isInherited"),
            of(PEAR, "isInherited"),
            of(LEMON, "eachIsLabelled").forCandidate(1, "majority class"),
            of(LEMON, "eachIsLabelled").forCandidate(2, "rule"),
            of(LEMON, "isInherited"));

    private Fixture() {}
}
