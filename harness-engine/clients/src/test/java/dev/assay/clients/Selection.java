package dev.assay.clients;

import java.util.List;

/** What is run of the fixture. */
enum Selection {
    EVERYTHING("everything"),
    CLASS("a class"),
    PACKAGE("a package"),
    METHOD("a check, by its name"),
    ID("a streamed candidate, by its id"),
    TAG("a tag"),
    OTHER_TAGS("all but a tag"),
    SUITE("a suite");

    private final String words;

    Selection(String words) {
        this.words = words;
    }

    /** How the README calls it. */
    String words() {
        return words;
    }

    private boolean includes(ExpectedTest test) {
        return switch (this) {
            case EVERYTHING -> true;
            case CLASS -> test.className().equals(Fixture.APPLE);
            case PACKAGE -> test.className().startsWith("org.orchard.citrus.");
            case METHOD -> CLASS.includes(test) && test.method().equals("eachBeatsChance");
            case ID -> test.className().equals(Fixture.GRID) && test.candidate().equals("large");
            case TAG -> test.tag().equals("gate");
            case OTHER_TAGS -> !TAG.includes(test);
            case SUITE -> CLASS.includes(test) || test.className().equals(Fixture.GRID);
        };
    }

    List<ExpectedTest> tests() {
        return Fixture.TESTS.stream().filter(this::includes).toList();
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
