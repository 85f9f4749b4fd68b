package dev.assay.files;

import dev.assay.data.InvalidDataException;

/** Says where in a file a row is. */
@FunctionalInterface
interface Places {

    /**
     * Names a row.
     *
     * @param row from 0
     * @return such as "predictions.csv, line 2"
     */
    String of(int row);

    default InvalidDataException fault(int row, Column column, String what) {
        return new InvalidDataException(of(row) + ", column '" + column.name() + "': " + what);
    }

    default InvalidDataException fault(int row, String what) {
        return new InvalidDataException(of(row) + ": " + what);
    }
}
