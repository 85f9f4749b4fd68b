package dev.assay.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a criterion that the evidence neither confirms nor refutes. */
public enum InconclusivePolicy {
    /** It fails, as one that is not met. */
    FAIL,
    /** It passes with a warning; the result keeps that it is inconclusive. */
    WARN;

    /**
     * The configuration parameter of the engine, and the system property of assertions outside of it: {@code fail}, the
     * default, or {@code warn}.
     */
    public static final String PROPERTY = "assay.inconclusive";

    /**
     * Reads a setting.
     *
     * @param setting the name in any case: "fail" or "warn"
     * @return what it says; empty if it is none of these
     */
    public static Optional<InconclusivePolicy> named(String setting) {
        return Arrays.stream(values())
                .filter(value -> value.toString().equals(setting.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Reads the system property.
     *
     * @return what it says; {@link #FAIL} if it says nothing
     * @throws IllegalArgumentException if it makes no sense
     */
    public static InconclusivePolicy ofProperty() {
        String setting = System.getProperty(PROPERTY, "").strip();
        return setting.isEmpty()
                ? FAIL
                : named(setting)
                        .orElseThrow(() -> new IllegalArgumentException(
                                PROPERTY + " must be fail or warn, not \"" + setting + "\""));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
