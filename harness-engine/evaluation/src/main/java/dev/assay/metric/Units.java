package dev.assay.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is independent of each other in outcomes, so that it can be drawn anew: rows or, where there are any, groups of rows. */
final class Units {

    /** With fewer, the spread between groups is itself hardly known (Cameron and Miller, "A practitioner's guide to cluster-robust inference", 2015). */
    private static final int FEW_GROUPS = 30;

    private final int rows;
    private final @Nullable RowGroups groups;
    private final String words;
    /** The unit of each row; empty if it is the row itself. */
    private final int[] unitOfRow;

    private Units(int rows, @Nullable RowGroups groups, String words) {
        this.rows = rows;
        this.groups = groups;
        this.words = words;
        this.unitOfRow = new int[groups == null ? 0 : rows];
        for (int group = 0; groups != null && group < groups.size(); group++) {
            for (int i = 0; i < groups.size(group); i++) {
                unitOfRow[groups.row(group, i)] = group;
            }
        }
    }

    static Units of(Outcomes outcomes) {
        return new Units(outcomes.size(), outcomes.groups().orElse(null), "groups");
    }

    /** Takes groups by another name, of which there need not be many. */
    static Units ofGroups(Outcomes outcomes, String words) {
        return new Units(outcomes.size(), outcomes.groups().orElseThrow(), words);
    }

    int size() {
        return groups == null ? rows : groups.size();
    }

    int rows() {
        return rows;
    }

    /** Returns the unit that a row belongs to. */
    int ofRow(int row) {
        return unitOfRow.length == 0 ? row : unitOfRow[row];
    }

    /** Picks each row as often as its unit was drawn; empty if no row is left that counts. */
    Optional<Outcomes> select(Outcomes outcomes, double[] drawn) {
        int size = 0;
        double weight = 0;
        for (int row = 0; row < rows; row++) {
            size += (int) drawn[ofRow(row)];
            weight += drawn[ofRow(row)] * outcomes.weight(row);
        }
        if (!(weight > 0)) {
            return Optional.empty();
        }
        int[] selected = new int[size];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            int times = (int) drawn[ofRow(row)];
            Arrays.fill(selected, next, next + times, row);
            next += times;
        }
        Outcomes picked = Outcomes.of(
                outcomes.truth().select(selected), outcomes.predictions().select(selected));
        return Optional.of(
                outcomes.isWeighted()
                        ? picked.withWeights(Arrays.stream(selected)
                                .mapToDouble(outcomes::weight)
                                .toArray())
                        : picked);
    }

    @Override
    public String toString() {
        String ofRows = String.format(Locale.ROOT, "%,d rows", rows);
        if (groups == null) {
            return ofRows;
        }
        boolean few = groups.size() < FEW_GROUPS;
        return (few ? "only " : "") + String.format(Locale.ROOT, "%,d ", groups.size()) + words + " of " + ofRows
                + (few ? " (too few for bounds to be trusted)" : "");
    }
}
