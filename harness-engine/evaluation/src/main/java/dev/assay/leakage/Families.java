package dev.assay.leakage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Examples that belong together, two or more in each family; whoever is alone belongs to none. */
final class Families {

    static final int NONE = -1;

    /** The family of each row; nothing if there are no families. */
    private final int[] familyOfRow;
    /** Where each family's members begin, and behind the last one where they end. */
    private final int[] starts;

    private final int[] members;

    private Families(int[] familyOfRow, int[] starts, int[] members) {
        this.familyOfRow = familyOfRow;
        this.starts = starts;
        this.members = members;
    }

    /** Puts rows of the same code together; codes lie between 0 and the number of rows. */
    static Families of(int... codes) {
        int[] sizes = new int[codes.length];
        for (int code : codes) {
            sizes[code]++;
        }
        int[] familyOfCode = new int[codes.length];
        Arrays.fill(familyOfCode, NONE);
        int families = 0;
        int[] familyOfRow = new int[codes.length];
        int total = 0;
        for (int row = 0; row < codes.length; row++) {
            int code = codes[row];
            if (sizes[code] > 1) {
                total++;
                if (familyOfCode[code] == NONE) {
                    familyOfCode[code] = families++;
                }
            }
            familyOfRow[row] = familyOfCode[code];
        }
        return families == 0 ? new Families(new int[0], new int[1], new int[0]) : list(familyOfRow, families, total);
    }

    private static Families list(int[] familyOfRow, int families, int total) {
        int[] starts = new int[families + 1];
        for (int family : familyOfRow) {
            if (family != NONE) {
                starts[family + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] members = new int[total];
        for (int row = 0; row < familyOfRow.length; row++) {
            if (familyOfRow[row] != NONE) {
                members[next[familyOfRow[row]]++] = row;
            }
        }
        return new Families(familyOfRow, starts, members);
    }

    /** Puts rows of the same name together. */
    static Families named(List<String> nameOfRow) {
        Map<String, Integer> codes = new HashMap<>();
        return of(nameOfRow.stream()
                .mapToInt(name -> codes.computeIfAbsent(name, unknown -> codes.size()))
                .toArray());
    }

    int number() {
        return starts.length - 1;
    }

    int of(int row) {
        return familyOfRow[row];
    }

    int size(int family) {
        return starts[family + 1] - starts[family];
    }

    /** Returns the rows of a family, ascending. */
    int[] members(int family) {
        return Arrays.copyOfRange(members, starts[family], starts[family + 1]);
    }
}
