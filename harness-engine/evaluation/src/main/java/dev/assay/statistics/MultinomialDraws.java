package dev.assay.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws as many things as there are, with replacement, and counts how often each kind came: a draw of the multinomial
 * distribution. Where kinds have few members each, members are drawn one by one, else the number of each kind in turn.
 */
final class MultinomialDraws {

    private static final int FEW_OF_A_KIND = 4;

    private final int size;
    /** The kinds that there are. */
    private final int[] kinds;

    private final long[] counts;
    private final long total;
    /** The kind of each member, if they are drawn one by one. */
    private final int[] members;

    /** Takes the number of each kind: whole, not negative, at least one of them positive. */
    MultinomialDraws(double[] numbers) {
        this.size = numbers.length;
        this.kinds = IntStream.range(0, size).filter(i -> numbers[i] > 0).toArray();
        this.counts = Arrays.stream(kinds).mapToLong(i -> (long) numbers[i]).toArray();
        this.total = Arrays.stream(counts).sum();
        this.members = total <= (long) FEW_OF_A_KIND * kinds.length ? members() : new int[0];
    }

    private int[] members() {
        int[] all = new int[(int) total];
        int next = 0;
        for (int i = 0; i < kinds.length; i++) {
            Arrays.fill(all, next, next + (int) counts[i], kinds[i]);
            next += (int) counts[i];
        }
        return all;
    }

    /** Tells whether a number of each kind is what can be drawn. */
    static boolean suits(double[] numbers) {
        return DoubleStream.of(numbers).allMatch(number -> number >= 0 && number == Math.rint(number))
                && DoubleStream.of(numbers).sum() > 0
                && DoubleStream.of(numbers).sum() <= Integer.MAX_VALUE;
    }

    void fill(RandomGenerator random, double[] target) {
        Arrays.fill(target, 0, size, 0);
        if (members.length > 0) {
            for (int i = 0; i < members.length; i++) {
                target[members[random.nextInt(members.length)]]++;
            }
            return;
        }
        long left = total;
        long unseen = total;
        for (int i = 0; i < kinds.length && left > 0; i++) {
            long drawn = BinomialDraws.draw(random, left, (double) counts[i] / unseen);
            target[kinds[i]] = (double) drawn;
            left -= drawn;
            unseen -= counts[i];
        }
    }
}
