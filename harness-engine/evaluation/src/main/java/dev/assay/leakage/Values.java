package dev.assay.leakage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of a column, numbered as they first appear. */
final class Values {

    private static final int EMPTY = -1;

    private final int[] codes;
    private final int number;

    private Values(int[] codes, int number) {
        this.codes = codes;
        this.number = number;
    }

    /** Numbers the values of the first rows, unless there are more than a limit. */
    static Optional<Values> of(InputColumn column, int rows, int limit) {
        return column instanceof InputColumn.Numbers numbers
                ? of(numbers, rows, limit)
                : of((InputColumn.Texts) column, rows, limit);
    }

    private static Optional<Values> of(InputColumn.Numbers column, int rows, int limit) {
        int[] codes = new int[rows];
        int mask = Integer.highestOneBit(Math.max(1, limit)) * 4 - 1;
        long[] keys = new long[mask + 1];
        int[] codeOfSlot = new int[mask + 1];
        Arrays.fill(codeOfSlot, EMPTY);
        int number = 0;
        for (int row = 0; row < rows; row++) {
            long key = EqualInputs.bits(column.value(row));
            int slot = (int) EqualInputs.mixed(1, key) & mask;
            while (codeOfSlot[slot] != EMPTY && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            if (codeOfSlot[slot] == EMPTY) {
                if (number == limit) {
                    return Optional.empty();
                }
                keys[slot] = key;
                codeOfSlot[slot] = number++;
            }
            codes[row] = codeOfSlot[slot];
        }
        return Optional.of(new Values(codes, number));
    }

    private static Optional<Values> of(InputColumn.Texts column, int rows, int limit) {
        int[] codes = new int[rows];
        Map<String, Integer> codeOfText = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            codes[row] = codeOfText.computeIfAbsent(column.value(row), text -> codeOfText.size());
            if (codeOfText.size() > limit) {
                return Optional.empty();
            }
        }
        return Optional.of(new Values(codes, codeOfText.size()));
    }

    int number() {
        return number;
    }

    int code(int row) {
        return codes[row];
    }
}
