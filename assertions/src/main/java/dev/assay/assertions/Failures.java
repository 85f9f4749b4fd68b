package dev.assay.assertions;

/**
 * What becomes of failed assertions: they are thrown, or collected by soft assertions.
 *
 * <p>AssertJ's own way to collect them, a proxy class, can't be initialized on the module path: it names a parameter type of
 * {@code AbstractAssert} that lies in a package which AssertJ 3.27 does not export.
 */
@FunctionalInterface
interface Failures {

    /** Throws each failure. */
    Failures THROWN = failure -> {
        throw failure;
    };

    void add(AssertionError failure);

    /** Runs an assertion of AssertJ's own and tells whether it passed. */
    default boolean none(Runnable assertion) {
        try {
            assertion.run();
            return true;
        } catch (AssertionError failure) {
            add(failure);
            return false;
        }
    }
}
