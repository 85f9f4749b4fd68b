package dev.assay.files;

import java.util.ArrayList;
import java.util.List;

/** Numbers, all finite; NaN where there is none. They are kept in pieces, so that growing copies nothing. */
final class NumberColumn extends Column {

    private static final int BITS = 14;
    private static final int PIECE = 1 << BITS;

    private final List<double[]> pieces = new ArrayList<>();
    private double[] last = {};
    private int lastPiece = -1;

    NumberColumn(String name) {
        super(name);
    }

    @Override
    void setNumber(int row, double number) {
        if (!Double.isFinite(number)) {
            throw new CellException(
                    "is " + number + ", which is not a finite number; leave such rows out, or mend them");
        }
        put(row, number);
    }

    /** Takes a number that is known to be finite. */
    void put(int row, double number) {
        if (row >> BITS != lastPiece) {
            turnTo(row >> BITS);
        }
        last[row & (PIECE - 1)] = number;
    }

    private void turnTo(int piece) {
        while (pieces.size() <= piece) {
            pieces.add(new double[PIECE]);
        }
        last = pieces.get(piece);
        lastPiece = piece;
    }

    @Override
    void setMissing(int row) {
        put(row, Double.NaN);
    }

    @Override
    void setWhole(int row, long number) {
        put(row, (double) number);
    }

    @Override
    void setText(int row, String text) {
        if (text.isBlank()) {
            setMissing(row);
            return;
        }
        double number;
        try {
            number = Decimals.parse(text);
        } catch (NumberFormatException e) {
            throw new CellException("is \"" + text + "\", but a number was expected");
        }
        setNumber(row, number);
    }

    double get(int row) {
        return pieces.get(row >> BITS)[row & (PIECE - 1)];
    }

    boolean isMissing(int row) {
        return Double.isNaN(get(row));
    }
}
