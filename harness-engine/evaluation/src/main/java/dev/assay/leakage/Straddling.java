package dev.assay.leakage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Collects, split by split, which families are both tested and seen by the learner. */
final class Straddling {

    /** A tested example and one of its family that the learner sees; the first such pair of its family. */
    record Case(Sides sides, int tested, int seen) {}

    private final Families families;
    /** How many of each family the split at hand tests; all 0 between splits. */
    private final int[] testedOf;
    /** Which families the learner sees in the split at hand; empty between splits. */
    private final BitSet seen = new BitSet();

    private final BitSet rows = new BitSet();
    private final BitSet straddling = new BitSet();
    private final List<Case> cases = new ArrayList<>();

    Straddling(Families families) {
        this.families = families;
        this.testedOf = new int[families.number()];
    }

    void look(Sides sides) {
        if (sides.seesTheRest()) {
            lookAtTheRest(sides);
        } else {
            lookAtListed(sides);
        }
    }

    private void lookAtTheRest(Sides sides) {
        for (int row : sides.tested()) {
            if (families.of(row) != Families.NONE) {
                testedOf[families.of(row)]++;
            }
        }
        for (int row : sides.tested()) {
            int family = families.of(row);
            if (family != Families.NONE && testedOf[family] < families.size(family)) {
                add(sides, row);
            }
        }
        for (int row : sides.tested()) {
            if (families.of(row) != Families.NONE) {
                testedOf[families.of(row)] = 0;
            }
        }
    }

    private void lookAtListed(Sides sides) {
        for (int row : sides.seen()) {
            if (families.of(row) != Families.NONE) {
                seen.set(families.of(row));
            }
        }
        for (int row : sides.tested()) {
            if (families.of(row) != Families.NONE && seen.get(families.of(row))) {
                add(sides, row);
            }
        }
        seen.clear();
    }

    private void add(Sides sides, int row) {
        int family = families.of(row);
        rows.set(row);
        if (!straddling.get(family)) {
            straddling.set(family);
            if (cases.size() < Words.MOST) {
                int other = IntStream.of(families.members(family))
                        .filter(sides::sees)
                        .findFirst()
                        .orElseThrow();
                cases.add(new Case(sides, row, other));
            }
        }
    }

    /** Returns how many examples are tested while the learner sees others of their family. */
    int rows() {
        return rows.cardinality();
    }

    /** Returns how many families are on both sides of a split. */
    int families() {
        return straddling.cardinality();
    }

    /** Returns the first few families, with the first split of each. */
    List<Case> cases() {
        return cases;
    }
}
