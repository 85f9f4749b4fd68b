package dev.assay.clients;

import static dev.assay.clients.ExpectedTest.check;
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
            check(APPLE, "breaks").ends(ERROR, "rule fell off the ladder"),
            check(APPLE, "eachBeatsChance")
                    .forCandidate(1, "majority class")
                    .tagged("gate")
                    .fails(BELOW_70),
            check(APPLE, "eachBeatsChance").forCandidate(2, "rule").tagged("gate"),
            check(APPLE, "eachBeatsChance").forCandidate(3, "same rule").tagged("gate"),
            check(APPLE, "fails").fails(BELOW_90),
            check(APPLE, "isAborted").ends(ABORTED, "rule is out of season"),
            check(APPLE, "isInconclusive").ofComparison().fails(TIE),
            check(APPLE, "isInherited"),
            check(APPLE, "isSkipped").ends(SKIPPED, "until spring"),
            check(APPLE, "passes").tagged("gate"),
            check(BLIGHT, "all").ofComparison().ends(ERROR, "no fruit is left"),
            check(BLIGHT, "each").forCandidate(1, "majority class").ends(ERROR, "no fruit is left"),
            check(BLIGHT, "each").forCandidate(2, "rule").ends(ERROR, "no fruit is left"),
            check(BLIGHT, "isInherited").ends(ERROR, "no fruit is left"),
            check(FLAKY, "isInherited"),
            check(FLAKY, "passesAtTheSecondTry"),
            check(GRID, "eachIsGood").forStreamedCandidate(3, "small"),
            check(GRID, "eachIsGood").forStreamedCandidate(4, "large"),
            check(GRID, "eachIsGood").forStreamedCandidate(5, "prior").fails(BELOW_90),
            check(GRID, "isInherited"),
            check(PEAR, "isInherited"),
            check(PEAR + "$Stored", "isGrouped"),
            check(LEMON, "eachIsLabelled").forCandidate(1, "majority class"),
            check(LEMON, "eachIsLabelled").forCandidate(2, "rule"),
            check(LEMON, "isInherited"));

    private Fixture() {}
}
