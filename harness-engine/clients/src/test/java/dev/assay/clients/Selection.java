package dev.assay.clients;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is run of the fixture. */
enum Selection {
    EVERYTHING("everything", test -> true),
    CLASS("a class", test -> test.className().equals(Fixture.APPLE)),
    PACKAGE("a package", test -> test.className().equals(Fixture.LEMON)),
    METHOD(
            "a check, by its name",
            test -> test.className().equals(Fixture.APPLE) && test.method().equals("eachBeatsChance")),
    ID(
            "a streamed candidate, by its id",
            test -> test.className().equals(Fixture.GRID) && test.candidate().equals("large")),
    TAG("a tag", test -> test.tag().equals("gate")),
    OTHER_TAGS("all but a tag", test -> !test.tag().equals("gate")),
    SUITE("a suite", test -> Set.of(Fixture.APPLE, Fixture.GRID).contains(test.className()));

    private final String words;
    private final Predicate<ExpectedTest> includes;

    Selection(String words, Predicate<ExpectedTest> includes) {
        this.words = words;
        this.includes = includes;
    }

    /** How the README calls it. */
    String words() {
        return words;
    }

    List<ExpectedTest> tests() {
        return Fixture.TESTS.stream().filter(includes).toList();
    }

    List<ReportedTest> reported() {
        return tests().stream().map(ExpectedTest::reported).toList();
    }

    /** The only test. */
    ExpectedTest test() {
        List<ExpectedTest> tests = tests();
        if (tests.size() != 1) {
            throw new IllegalStateException(this + " selects " + tests.size() + " tests");
        }
        return tests.get(0);
    }
}
