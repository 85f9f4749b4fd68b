package dev.assay.adapters.arrow;

import dev.assay.files.Cells;
import java.time.LocalDate;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ValueVector;

/** How the cells of a vector are read. */
abstract class ColumnReading {

    private final ValueVector vector;

    private ColumnReading(ValueVector vector) {
        this.vector = vector;
    }

    /** Finds the way by the type of the vector; what is neither number nor truth value is written as text. */
    static ColumnReading of(ValueVector vector) {
        if (vector instanceof FloatingPointVector numbers) {
            return new ColumnReading(vector) {
                @Override
                void put(int position, Cells cells, int row) {
                    cells.number(row, numbers.getValueAsDouble(position));
                }
            };
        }
        if (vector instanceof BaseIntVector numbers && !(vector instanceof UInt8Vector)) {
            return new ColumnReading(vector) {
                @Override
                void put(int position, Cells cells, int row) {
                    cells.whole(row, numbers.getValueAsLong(position));
                }
            };
        }
        return ofTexts(vector);
    }

    private static ColumnReading ofTexts(ValueVector vector) {
        return new ColumnReading(vector) {
            @Override
            void put(int position, Cells cells, int row) {
                cells.text(row, text(vector, position));
            }
        };
    }

    private static String text(ValueVector vector, int position) {
        if (vector instanceof UInt8Vector numbers) {
            return Long.toUnsignedString(numbers.get(position));
        }
        if (vector instanceof BitVector values) {
            // as Python writes them, since so they are in the other formats
            return values.get(position) == 0 ? "False" : "True";
        }
        return vector instanceof DateDayVector days
                ? LocalDate.ofEpochDay(days.get(position)).toString()
                // lists and structures as JSON, as sets of labels are in the other formats
                : String.valueOf(vector.getObject(position));
    }

    /**
     * Puts the cells of a batch.
     *
     * @param size how many there are
     * @param first the row of the first of them
     */
    final void put(int size, int first, Cells cells) {
        for (int position = 0; position < size; position++) {
            if (vector.isNull(position)) {
                cells.missing(first + position);
            } else {
                put(position, cells, first + position);
            }
        }
    }

    /** Puts a cell that is not missing. */
    abstract void put(int position, Cells cells, int row);
}
