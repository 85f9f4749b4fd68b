package dev.assay.leakage;

import dev.assay.data.Column;
import dev.assay.data.Dataset;
import dev.assay.data.Fingerprint;
import dev.assay.data.Row;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds examples whose inputs are equal: by a hash of the content, then compared. */
final class EqualInputs {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final int EMPTY = -1;

    /** What stands for each input: itself, or its fingerprint. */
    private final Object[] keys;

    private EqualInputs(Object... keys) {
        this.keys = keys;
    }

    /** Returns the families of equal examples, unless some inputs are of a type of which nothing tells when two are equal. */
    static Optional<Families> of(Dataset<?> data) {
        Object[] keys = new Object[data.size()];
        for (int row = 0; row < keys.length; row++) {
            Optional<Object> key = key(data, row);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys[row] = key.get();
        }
        return Optional.of(Families.of(new EqualInputs(keys).firstEqual()));
    }

    private static Optional<Object> key(Dataset<?> data, int row) {
        if (data.isLazy()) {
            // known without making the input, and small
            return data.inputFingerprint(row).map(Function.identity());
        }
        Object input = data.input(row);
        if (isPlain(input)) {
            return Optional.of(input);
        }
        Optional<Fingerprint> fingerprint = data.inputFingerprint(row);
        return fingerprint.isPresent() || !hasEquals(input) ? fingerprint.map(Function.identity()) : Optional.of(input);
    }

    /** Types that are compared without their fingerprint, which takes longer. */
    private static boolean isPlain(Object input) {
        return input instanceof double[]
                || input instanceof float[]
                || input instanceof int[]
                || input instanceof long[]
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
        int n = keys.length;
        int mask = Integer.highestOneBit(Math.max(1, n)) * 4 - 1;
        int[] table = new int[mask + 1];
        Arrays.fill(table, EMPTY);
        long[] hashes = new long[n];
        int[] first = new int[n];
        for (int row = 0; row < n; row++) {
            hashes[row] = hash(keys[row]);
            int slot = (int) hashes[row] & mask;
            while (table[slot] != EMPTY
                    && !(hashes[table[slot]] == hashes[row] && same(keys[table[slot]], keys[row]))) {
                slot = (slot + 1) & mask;
            }
            if (table[slot] == EMPTY) {
                table[slot] = row;
            }
            first[row] = table[slot];
        }
        return first;
    }

    private static long hash(Object key) {
        if (key instanceof double[] numbers) {
            return hash(1, numbers);
        }
        if (key instanceof float[] numbers) {
            long hash = 2;
            for (float number : numbers) {
                hash = mixed(hash, bits(number));
            }
            return hash;
        }
        if (key instanceof int[] numbers) {
            return mixed(3, Arrays.hashCode(numbers));
        }
        if (key instanceof long[] numbers) {
            return mixed(4, Arrays.hashCode(numbers));
        }
        return key instanceof Row cells ? hash(cells) : mixed(6, key.hashCode());
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

    private static boolean same(Object one, Object other) {
        if (one instanceof double[] numbers) {
            return other instanceof double[] others && same(numbers, others);
        }
        if (one instanceof float[] numbers) {
            return other instanceof float[] others
                    && same(numbers.length, others.length, i -> bits(numbers[i]) == bits(others[i]));
        }
        if (one instanceof int[] numbers) {
            return other instanceof int[] others && Arrays.equals(numbers, others);
        }
        if (one instanceof long[] numbers) {
            return other instanceof long[] others && Arrays.equals(numbers, others);
        }
        if (one instanceof Row cells) {
            return other instanceof Row others && same(cells, others);
        }
        return one.equals(other);
    }

    private static boolean same(double[] numbers, double[] others) {
        return same(numbers.length, others.length, i -> bits(numbers[i]) == bits(others[i]));
    }

    private static boolean same(int length, int otherLength, IntPredicate sameAt) {
        return length == otherLength && IntStream.range(0, length).allMatch(sameAt);
    }

    private static boolean same(Row cells, Row others) {
        return cells.columns().equals(others.columns())
                && same(cells.numbers(), others.numbers())
                && cells.columns().asList().stream()
                        .filter(column -> column.type() != Column.Type.NUMBER)
                        .allMatch(column -> cells.text(column.name()).equals(others.text(column.name())));
    }
}
