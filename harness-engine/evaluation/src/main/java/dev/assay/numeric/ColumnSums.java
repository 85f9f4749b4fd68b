package dev.assay.numeric;

/**
 * Exact sums of the columns of row-major blocks, for numbers that are not above 2 in magnitude; of millions of these several
 * times as fast as {@link ExactSum}, into which they go in the end.
 *
 * <p>A large constant that is added and subtracted again rounds a number to few leading bits, of which many can be added up
 * as doubles without rounding; the next constant does the same with what is left (Rump, Ogita and Oishi, "Accurate
 * floating-point summation part I", 2008). Each place of a block has sums of its own, so that processors add several numbers
 * at once.
 */
public final class ColumnSums {

    /** With so many additions to a place, sums stay below 2^53 units of the last place of their constant. */
    private static final int MOST_BLOCKS = 1 << 10;

    /** Leaves less than 2^-40. */
    private static final double FIRST = 0x1.8p12;
    /** Leaves less than 2^-83. */
    private static final double SECOND = 0x1.8p-31;
    /** Leaves less than 2^-126. */
    private static final double THIRD = 0x1.8p-74;

    private final ExactSum[] sums;
    private final double[][] places;
    private int blocks;

    /**
     * Makes sums of nothing.
     *
     * @param columns how many columns there are
     * @param mostRows how many rows a block has at most
     */
    public ColumnSums(int columns, int mostRows) {
        this.sums = ExactSum.several(columns);
        this.places = new double[3][columns * mostRows];
    }

    /**
     * Adds a block.
     *
     * @param block its numbers, from -2 to 2, one row after another; used up
     * @param rows how many rows it has
     */
    public void add(double[] block, int rows) {
        int length = rows * sums.length;
        addLeading(block, places[0], places[1], places[2], length);
        if (anythingIsLeft(block, length)) {
            for (int i = 0; i < length; i++) {
                if (block[i] != 0) {
                    sums[i % sums.length].add(block[i]);
                }
            }
        }
        if (++blocks == MOST_BLOCKS) {
            sumUp();
        }
    }

    /** Leaves in the block what none of the places takes. */
    private static void addLeading(double[] block, double[] first, double[] second, double[] third, int length) {
        for (int i = 0; i < length; i++) {
            double number = block[i];
            double leading = (FIRST + number) - FIRST;
            double rest = number - leading;
            double next = (SECOND + rest) - SECOND;
            double last = rest - next;
            double least = (THIRD + last) - THIRD;
            first[i] += leading;
            second[i] += next;
            third[i] += least;
            block[i] = last - least;
        }
    }

    private static boolean anythingIsLeft(double[] block, int length) {
        long bits = 0;
        for (int i = 0; i < length; i++) {
            bits |= Double.doubleToRawLongBits(block[i]);
        }
        return bits << 1 != 0;
    }

    private void sumUp() {
        for (double[] place : places) {
            for (int i = 0; i < place.length; i++) {
                if (place[i] != 0) {
                    sums[i % sums.length].add(place[i]);
                    place[i] = 0;
                }
            }
        }
        blocks = 0;
    }

    /**
     * Adds the sum of each column to another sum.
     *
     * @param others one for each column
     */
    public void addTo(ExactSum[] others) {
        sumUp();
        for (int column = 0; column < sums.length; column++) {
            others[column].merge(sums[column]);
        }
    }
}
