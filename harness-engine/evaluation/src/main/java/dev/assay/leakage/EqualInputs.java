package dev.assay.leakage;

import dev.assay.data.Column;
import dev.assay.data.Dataset;
import dev.assay.data.Fingerprint;
import dev.assay.data.Row;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Finds examples whose inputs are equal: by a hash of the content, then compared. */
final class EqualInputs {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final int EMPTY = -1;

    private final Dataset<?> data;

    private EqualInputs(Dataset<?> data) {
        this.data = data;
    }

    /** Returns the families of equal examples, unless some inputs are of a type of which nothing tells when two are equal. */
    static Optional<Families> of(Dataset<?> data) {
        EqualInputs inputs = new EqualInputs(data);
        for (int row = 0; row < data.size(); row++) {
            if (!inputs.isComparable(row)) {
                return Optional.empty();
            }
        }
        return Optional.of(Families.of(inputs.firstEqual()));
    }

    private boolean isComparable(int row) {
        Object input = data.input(row);
        return isPlain(input) || data.inputFingerprint(row).isPresent() || hasEquals(input);
    }

    /** Types that are compared without their fingerprint, which takes longer. */
    private static boolean isPlain(Object input) {
        return input instanceof double[]
                || input instanceof float[]
                || input instanceof Row
                || input instanceof String
                || input instanceof Number
                || input instanceof Boolean
                || input instanceof Character
                || input instanceof Enum<?>;
    }

    private static boolean hasEquals(Object input) {
        try {
            return input.getClass().getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every class has equals", e);
        }
    }

    /** Returns, for each row, the first one that equals it. */
    private int[] firstEqual() {
        int n = data.size();
        int mask = Integer.highestOneBit(Math.max(1, n)) * 4 - 1;
        int[] table = new int[mask + 1];
        Arrays.fill(table, EMPTY);
        long[] hashes = new long[n];
        int[] first = new int[n];
        for (int row = 0; row < n; row++) {
            hashes[row] = hash(row);
            int slot = (int) hashes[row] & mask;
            while (table[slot] != EMPTY && !(hashes[table[slot]] == hashes[row] && same(table[slot], row))) {
                slot = (slot + 1) & mask;
            }
            if (table[slot] == EMPTY) {
                table[slot] = row;
            }
            first[row] = table[slot];
        }
        return first;
    }

    private long hash(int row) {
        Object input = data.input(row);
        if (input instanceof double[] numbers) {
            return hash(1, numbers);
        }
        if (input instanceof float[] numbers) {
            long hash = 2;
            for (float number : numbers) {
                hash = mixed(hash, bits(number));
            }
            return hash;
        }
        if (input instanceof Row cells) {
            return hash(cells);
        }
        if (isPlain(input)) {
            return mixed(3, input.hashCode());
        }
        return mixed(4, data.inputFingerprint(row).map(Fingerprint::hashCode).orElseGet(input::hashCode));
    }

    private static long hash(Row cells) {
        long hash = hash(5, cells.numbers());
        for (Column column : cells.columns().asList()) {
            if (column.type() != Column.Type.NUMBER) {
                hash = mixed(hash, cells.text(column.name()).hashCode());
            }
        }
        return hash;
    }

    private static long hash(long seed, double... numbers) {
        long hash = seed;
        for (double number : numbers) {
            hash = mixed(hash, bits(number));
        }
        return hash;
    }

    static long mixed(long hash, long bits) {
        long product = (hash ^ bits) * GOLDEN;
        return product ^ (product >>> 32);
    }

    /** Takes the two zeros for one number, as models do. */
    static long bits(double number) {
        return Double.doubleToLongBits(number + 0.0);
    }

    private boolean same(int one, int other) {
        Object a = data.input(one);
        Object b = data.input(other);
        if (a instanceof double[] numbers) {
            return b instanceof double[] others && same(numbers, others);
        }
        if (a instanceof float[] numbers) {
            return b instanceof float[] others && same(numbers, others);
        }
        if (a instanceof Row cells) {
            return b instanceof Row others && same(cells, others);
        }
        if (isPlain(a) || isPlain(b)) {
            return a.equals(b);
        }
        Optional<Fingerprint> fingerprint = data.inputFingerprint(one);
        return fingerprint.isPresent() ? fingerprint.equals(data.inputFingerprint(other)) : Objects.equals(a, b);
    }

    private static boolean same(double[] numbers, double[] others) {
        if (numbers.length != others.length) {
            return false;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (bits(numbers[i]) != bits(others[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(float[] numbers, float[] others) {
        if (numbers.length != others.length) {
            return false;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (bits(numbers[i]) != bits(others[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Row cells, Row others) {
        return cells.columns().equals(others.columns())
                && same(cells.numbers(), others.numbers())
                && cells.columns().asList().stream()
                        .filter(column -> column.type() != Column.Type.NUMBER)
                        .allMatch(column -> cells.text(column.name()).equals(others.text(column.name())));
    }
}
