package dev.assay.result;

import java.util.List;

/** Summaries of classes for tests. */
final class ClassResultExamples {

    static final String TEST_CLASS = "org.clinic.TumourModelTest";

    private ClassResultExamples() {}

    static ClassResult compared() {
        return new ClassResult(
                ClassResult.SCHEMA,
                TEST_CLASS,
                "tumours",
                List.of("forest", "floor", "endless"),
                List.of(new ClassResult.Failure("broken", "repeat 1, fold 2: no such feature")),
                new ClassResult.Differences(
                        "F1",
                        true,
                        "forest",
                        "corrected resampled t test",
                        List.of(
                                new ClassResult.DifferenceEntry("floor", 0.5, -0.1, 1.1, 0.25),
                                new ClassResult.DifferenceEntry("endless", 0.75, null, null, null))),
                new ClassResult.ErrorBudget(3, 1, 0.1, 0.2, 0.3),
                List.of("few examples"));
    }

    static ClassResult failed() {
        return of(List.of(), List.of(new ClassResult.Failure("broken", "no such feature")));
    }

    static ClassResult of(List<String> candidates, List<ClassResult.Failure> failures) {
        return new ClassResult(
                ClassResult.SCHEMA,
                TEST_CLASS,
                "tumours",
                candidates,
                failures,
                null,
                ClassResult.ErrorBudget.of(List.of()),
                List.of());
    }
}
