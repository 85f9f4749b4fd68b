package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.reference.ReferenceCase;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares results with a case of comparisons.jsonl as its README counts: values to 1e-9 · max(1, |b|), p-values to 1e-7 ·
 * max(b, 1e-12); and keeps account of the fields, so that none goes unjudged.
 */
final class Judgement {

    private static final double VALUE = 1e-9;
    private static final double P = 1e-7;
    private static final double SMALLEST_P = 1e-12;

    private final ReferenceCase reference;
    private final Set<String> judged = new TreeSet<>();

    Judgement(ReferenceCase reference) {
        this.reference = reference;
    }

    /** Compares a value, and returns false where the reference has none. */
    boolean value(double actual, String... path) {
        return compare(actual, take(path), false, path);
    }

    /** Compares a p-value, and returns false where the reference has none. */
    boolean p(double actual, String... path) {
        return compare(actual, take(path), true, path);
    }

    /** Compares values one by one, none of which may be null. */
    void values(List<Double> actual, String... path) {
        compareAll(actual, false, path);
    }

    /** Compares p-values one by one, none of which may be null. */
    void ps(List<Double> actual, String... path) {
        compareAll(actual, true, path);
    }

    private void compareAll(List<Double> actual, boolean p, String... path) {
        judged.add(String.join(".", path));
        List<OptionalDouble> expected = reference.expectedNumbers(path);
        assertThat(actual).as(String.join(".", path)).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(compare(actual.get(i), expected.get(i), p, path)).isTrue();
        }
    }

    /** Takes a field as judged whose value is infinite: the reference has null, or so large a number from a rounded 0. */
    void infinite(String... path) {
        take(path).ifPresent(b -> assertThat(b).as(String.join(".", path)).isGreaterThan(1e12));
    }

    /** Returns a number that stands among the expected ones, but is an input. */
    double input(String... path) {
        return take(path).orElseThrow();
    }

    private OptionalDouble take(String... path) {
        judged.add(String.join(".", path));
        return reference.expectedNumber(path);
    }

    private static boolean compare(double actual, OptionalDouble expected, boolean p, String... path) {
        if (expected.isEmpty()) {
            return false;
        }
        double b = expected.getAsDouble();
        double tolerance = p ? P * Math.max(b, SMALLEST_P) : VALUE * Math.max(1, Math.abs(b));
        assertThat(actual).as(String.join(".", path)).isCloseTo(b, within(tolerance));
        return true;
    }

    /** Takes a field as judged whose value is null as a whole. */
    void judgedAsNull(String field) {
        assertThat(reference.expectedFields()).contains(field);
        judged.add(field);
    }

    void judgedAll() {
        assertThat(judged).containsExactlyElementsOf(reference.expectedFields());
    }
}
