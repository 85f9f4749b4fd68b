package dev.assay.numeric;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sum of doubles without rounding errors: only {@link #value} rounds, once. The order of numbers, and how partial sums
 * were merged, therefore never shows in a result.
 *
 * <p>It is a fixed-point number as wide as all doubles (a "small superaccumulator", Neal, "Fast exact summation using
 * small and large superaccumulators", 2015): limb i counts multiples of 2^(32i − 1074) and has 31 bits to spare, so that
 * carries need to be passed on only after many additions. Not safe for use by several threads at once.
 */
public final class ExactSum {

    private static final int LIMBS = 68;
    private static final long LIMB_MASK = (1L << 32) - 1;
    private static final long FRACTION_MASK = (1L << 52) - 1;
    private static final long IMPLICIT_BIT = 1L << 52;
    private static final int INFINITE_EXPONENT = 0x7ff;
    private static final int LOWEST_EXPONENT = -1074;

    /** How many additions the spare bits bear. */
    private static final int ADDITIONS_BETWEEN_CARRIES = 1 << 29;

    /** So many fractions of 53 bits don't overflow a long. */
    private static final int LARGEST_BATCH = 1 << 10;

    private static final int FEWEST_OF_BATCH = 1 << 6;

    private final long[] limbs = new long[LIMBS];
    private final Scratch scratch;

    private int additions;
    /** The sum of those that are infinite or NaN. */
    private double special;

    /** Where batches are added up; sums that one thread fills in turn have one together, which stays in its cache. */
    private static final class Scratch {

        /** The sum of the fractions of each exponent, two for each, of the batch at hand; otherwise 0. */
        private long @Nullable [] fractions;

        long[] fractions() {
            long[] known = fractions;
            if (known == null) {
                known = new long[2 * INFINITE_EXPONENT];
                fractions = known;
            }
            return known;
        }
    }

    /** Creates a sum of nothing, 0. */
    public ExactSum() {
        this(new Scratch());
    }

    private ExactSum(Scratch scratch) {
        this.scratch = scratch;
    }

    /**
     * Creates several sums of nothing, for one thread that adds to them in turn.
     *
     * @param count how many
     * @return the sums
     */
    public static ExactSum[] several(int count) {
        Scratch shared = new Scratch();
        return Stream.generate(() -> new ExactSum(shared)).limit(count).toArray(ExactSum[]::new);
    }

    /**
     * Sums up numbers.
     *
     * @param values any numbers
     * @return their sum, rounded once
     */
    public static double of(double... values) {
        ExactSum sum = new ExactSum();
        sum.addAll(values, 0, values.length);
        return sum.value();
    }

    /**
     * Adds a number.
     *
     * @param value any number; one that is infinite or NaN makes the sum so
     */
    public void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & INFINITE_EXPONENT;
        long fraction = bits & FRACTION_MASK;
        if (exponent == INFINITE_EXPONENT) {
            special += value;
            return;
        }
        if (exponent == 0) {
            exponent = 1;
        } else {
            fraction |= IMPLICIT_BIT;
        }
        add(fraction, exponent, bits >> 63);
    }

    /** Adds or, if the sign is -1, subtracts a fraction, as of a double with that exponent but of up to 63 bits. */
    private void add(long fraction, int exponent, long sign) {
        int limb = (exponent - 1) >>> 5;
        int shift = (exponent - 1) & 31;
        long low = fraction << shift;
        limbs[limb] += ((low & LIMB_MASK) ^ sign) - sign;
        limbs[limb + 1] += ((low >>> 32) ^ sign) - sign;
        limbs[limb + 2] += (((fraction >>> 1) >>> (63 - shift)) ^ sign) - sign;
        if (++additions == ADDITIONS_BETWEEN_CARRIES) {
            carry();
        }
    }

    /**
     * Adds a product without rounding it first, as long as it neither overflows nor has bits below 2^-1074.
     *
     * @param a a factor
     * @param b the other
     */
    public void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        double error = Math.fma(a, b, -product);
        if (error != 0) {
            add(error);
        }
    }

    /**
     * Adds the products of pairs without rounding them first; see {@link #addProduct}. Many at once are faster than one by one.
     *
     * @param a one factor of each product
     * @param b the other
     */
    public void addProducts(double[] a, double[] b) {
        double[] products = new double[Math.min(a.length, LARGEST_BATCH)];
        for (int start = 0; start < a.length; start += LARGEST_BATCH) {
            int count = Math.min(a.length - start, LARGEST_BATCH);
            for (int i = 0; i < count; i++) {
                double product = a[start + i] * b[start + i];
                products[i] = product;
                double error = Math.fma(a[start + i], b[start + i], -product);
                if (error != 0) {
                    add(error);
                }
            }
            addAll(products, 0, count);
        }
    }

    /**
     * Adds numbers. Many at once are faster than one by one: those of one exponent are added up as integers first.
     *
     * @param values the numbers
     * @param from index of the first
     * @param to index behind the last
     */
    public void addAll(double[] values, int from, int to) {
        addAll(values, from, 1, to - from);
    }

    /**
     * Adds every so manieth number.
     *
     * @param values the numbers
     * @param first index of the first one that is added
     * @param step how far the next one is behind each
     * @param count how many are added
     */
    public void addAll(double[] values, int first, int step, int count) {
        if (count < FEWEST_OF_BATCH) {
            for (int i = 0; i < count; i++) {
                add(values[first + i * step]);
            }
            return;
        }
        long[] ofExponent = scratch.fractions();
        for (int start = 0; start < count; start += LARGEST_BATCH) {
            addBatch(ofExponent, values, first + start * step, step, Math.min(count - start, LARGEST_BATCH));
        }
    }

    private void addBatch(long[] ofExponent, double[] values, int first, int step, int count) {
        int lowest = INFINITE_EXPONENT;
        int highest = 0;
        for (int number = 0; number < count; number++) {
            double value = values[first + number * step];
            long bits = Double.doubleToRawLongBits(value);
            int exponent = (int) (bits >>> 52) & INFINITE_EXPONENT;
            if (exponent == 0 || exponent == INFINITE_EXPONENT) {
                if (value != 0) {
                    add(value);
                }
                continue;
            }
            long sign = bits >> 63;
            // two places for each exponent, so that a number needn't wait for the one before it to be stored
            ofExponent[2 * exponent + (number & 1)] += (((bits & FRACTION_MASK) | IMPLICIT_BIT) ^ sign) - sign;
            lowest = Math.min(lowest, exponent);
            highest = Math.max(highest, exponent);
        }
        for (int exponent = lowest; exponent <= highest; exponent++) {
            long fraction = ofExponent[2 * exponent] + ofExponent[2 * exponent + 1];
            if (fraction != 0) {
                add(Math.abs(fraction), exponent, fraction >> 63);
            }
            ofExponent[2 * exponent] = 0;
            ofExponent[2 * exponent + 1] = 0;
        }
    }

    /**
     * Adds the numbers that make up another sum.
     *
     * @param other another sum, which stays as it is
     */
    public void merge(ExactSum other) {
        carry();
        other.carry();
        for (int i = 0; i < LIMBS; i++) {
            limbs[i] += other.limbs[i];
        }
        special += other.special;
        carry();
    }

    /** Brings every limb but the last, which has the sign, to 32 bits. */
    private void carry() {
        for (int i = 0; i < LIMBS - 1; i++) {
            limbs[i + 1] += limbs[i] >> 32;
            limbs[i] &= LIMB_MASK;
        }
        additions = 0;
    }

    /**
     * Returns the sum.
     *
     * @return the double nearest to the exact sum, of two equally near ones the even one; infinite if the sum overflows
     */
    public double value() {
        if (special != 0) {
            return special;
        }
        carry();
        if (limbs[LIMBS - 1] >= 0) {
            return magnitude(limbs);
        }
        ExactSum negated = new ExactSum();
        for (int i = 0; i < LIMBS; i++) {
            negated.limbs[i] = -limbs[i];
        }
        negated.carry();
        return -magnitude(negated.limbs);
    }

    private static double magnitude(long[] limbs) {
        int top = LIMBS - 1;
        while (top > 0 && limbs[top] == 0) {
            top--;
        }
        if (limbs[top] == 0) {
            return 0;
        }
        // 63 leading bits of 96, the last of them also standing for all that follow
        int zeros = Long.numberOfLeadingZeros(limbs[top]) - 32;
        long below = limb(limbs, top - 2);
        long leading = (limbs[top] << (32 + zeros)) | (limb(limbs, top - 1) << zeros) | (below >>> (32 - zeros));
        boolean rest = (below & (LIMB_MASK >>> zeros)) != 0;
        for (int i = top - 3; i >= 0 && !rest; i--) {
            rest = limbs[i] != 0;
        }
        long rounded = (leading >>> 1) | (leading & 1) | (rest ? 1 : 0);
        return Math.scalb((double) rounded, 32 * (top - 1) - zeros + 1 + LOWEST_EXPONENT);
    }

    private static long limb(long[] limbs, int index) {
        return index < 0 ? 0 : limbs[index];
    }
}
