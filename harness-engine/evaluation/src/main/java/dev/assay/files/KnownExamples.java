package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.util.Arrays;

/** Finds the row of each example, where the examples are known otherwise and numbered from 0. */
final class KnownExamples {

    private KnownExamples() {}

    /**
     * Finds the rows.
     *
     * @param examples how many there have to be
     * @return the row of each example, in their order
     * @throws InvalidDataException if the file hasn't just one row for each
     */
    static int[] rows(Options options, FileColumns columns, int examples) {
        if (columns.rows() != examples) {
            throw new InvalidDataException(options.file + ": it has " + columns.rows()
                    + (columns.rows() == 1 ? " row" : " rows") + ", but " + examples
                    + (examples == 1 ? " example is" : " examples are")
                    + " to be predicted; write one row for each example");
        }
        int[] rows = new int[examples];
        Arrays.setAll(rows, row -> row);
        columns.ids().ifPresent(ids -> order(rows, ids, columns.places()));
        return rows;
    }

    private static void order(int[] rows, IdColumn ids, Places places) {
        Arrays.fill(rows, -1);
        for (int row = 0; row < rows.length; row++) {
            long example = ids.isOfNumbers() ? ids.number(row) : -1;
            if (example < 0 || example >= rows.length) {
                throw places.fault(
                        row,
                        ids,
                        "no example \"" + ids.text(row) + "\"; they are numbered from 0 to " + (rows.length - 1));
            }
            if (rows[(int) example] >= 0) {
                throw places.fault(
                        row,
                        ids,
                        "example " + example + " is there twice, before in " + places.of(rows[(int) example]));
            }
            rows[(int) example] = row;
        }
    }
}
