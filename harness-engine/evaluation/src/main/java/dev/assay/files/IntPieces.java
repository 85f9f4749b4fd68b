package dev.assay.files;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers by row, kept in pieces, so that growing copies nothing. */
final class IntPieces {

    private static final int BITS = 14;
    private static final int PIECE = 1 << BITS;

    private final List<int[]> pieces = new ArrayList<>();

    void set(int row, int value) {
        while (pieces.size() <= row >> BITS) {
            pieces.add(new int[PIECE]);
        }
        pieces.get(row >> BITS)[row & (PIECE - 1)] = value;
    }

    int get(int row) {
        return pieces.get(row >> BITS)[row & (PIECE - 1)];
    }
}
