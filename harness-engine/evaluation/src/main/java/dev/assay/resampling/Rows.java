package dev.assay.resampling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Rows, ascending; stored one by one only where a rule can't tell them. */
sealed interface Rows {

    int size();

    /** Returns a new array. */
    int[] toArray();

    /** Rows of any kind. */
    final class Listed implements Rows {

        private final int[] rows;

        /** Keeps the array, which must not be changed any more. */
        Listed(int... rows) {
            this.rows = rows;
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public int[] toArray() {
            return rows.clone();
        }
    }

    /** Neighbours. */
    final class Between implements Rows {

        private final int from;
        private final int to;

        /** Takes the first and the one behind the last. */
        Between(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public int size() {
            return to - from;
        }

        @Override
        public int[] toArray() {
            return IntStream.range(from, to).toArray();
        }
    }

    /** All but some neighbours. */
    final class Outside implements Rows {

        private final int from;
        private final int to;
        private final int total;

        /** Takes the first that is left out, the one behind the last, and the number of rows with those. */
        Outside(int from, int to, int total) {
            this.from = from;
            this.to = to;
            this.total = total;
        }

        @Override
        public int size() {
            return total - (to - from);
        }

        @Override
        public int[] toArray() {
            return IntStream.concat(IntStream.range(0, from), IntStream.range(to, total))
                    .toArray();
        }
    }

    /** All but some rows. */
    final class Others implements Rows {

        private final int total;
        private final int[] test;
        private final int[] validation;

        /** Keeps the arrays, which have no row in common and must not be changed any more. */
        Others(int total, int[] test, int[] validation) {
            this.total = total;
            this.test = test;
            this.validation = validation;
        }

        @Override
        public int size() {
            return total - test.length - validation.length;
        }

        @Override
        public int[] toArray() {
            BitSet left = new BitSet(total);
            left.set(0, total);
            Arrays.stream(test).forEach(left::clear);
            Arrays.stream(validation).forEach(left::clear);
            int[] rows = new int[size()];
            int next = 0;
            for (int row = left.nextSetBit(0); row >= 0; row = left.nextSetBit(row + 1)) {
                rows[next++] = row;
            }
            return rows;
        }
    }
}
