package dev.assay.leakage;

import dev.assay.numeric.Search;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Collects, split by split, where the learner sees examples that come after the begin of the test part. */
final class LateTraining {

    /** The first tested example in time, one that the learner sees although it is later, and how many such there are. */
    record Case(Sides sides, int first, int later, long number) {}

    private final List<Instant> times;
    private final Instant[] sorted;
    private final boolean onlyWithin;
    private final List<Case> cases = new ArrayList<>();
    private int splits;

    /**
     * Prepares to look.
     *
     * @param times the time stamp of each row
     * @param sorted the same, ascending
     * @param onlyWithin whether what comes after the end of a test part may be trained on
     */
    LateTraining(List<Instant> times, Instant[] sorted, boolean onlyWithin) {
        this.times = times;
        this.sorted = sorted;
        this.onlyWithin = onlyWithin;
    }

    void look(Sides sides) {
        if (sides.tested().length == 0) {
            return;
        }
        int first = sides.tested()[0];
        Instant end = times.get(first);
        for (int row : sides.tested()) {
            Instant time = times.get(row);
            if (time.isBefore(times.get(first))) {
                first = row;
            }
            if (time.isAfter(end)) {
                end = time;
            }
        }
        look(sides, first, end);
    }

    private void look(Sides sides, int first, Instant end) {
        Instant begin = times.get(first);
        Predicate<Instant> isLate = time -> time.isAfter(begin) && (!onlyWithin || time.isBefore(end));
        long number =
                sides.seesTheRest() ? count(begin, end) - count(sides.tested(), isLate) : count(sides.seen(), isLate);
        if (number > 0) {
            splits++;
            if (cases.size() < Words.MOST) {
                int later = IntStream.range(0, times.size())
                        .filter(row -> isLate.test(times.get(row)) && sides.sees(row))
                        .findFirst()
                        .orElseThrow();
                cases.add(new Case(sides, first, later, number));
            }
        }
    }

    private long count(int[] rows, Predicate<Instant> isLate) {
        return IntStream.of(rows).filter(row -> isLate.test(times.get(row))).count();
    }

    /** Counts all that is late, tested or not. */
    private int count(Instant begin, Instant end) {
        int from = position(time -> time.isAfter(begin));
        return onlyWithin ? Math.max(0, position(time -> !time.isBefore(end)) - from) : sorted.length - from;
    }

    private int position(Predicate<Instant> holds) {
        return Search.first(0, sorted.length, place -> holds.test(sorted[place]));
    }

    static Instant[] sorted(List<Instant> times) {
        Instant[] sorted = times.toArray(Instant[]::new);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns how many splits train on what is late. */
    int splits() {
        return splits;
    }

    /** Returns the first few of these splits. */
    List<Case> cases() {
        return cases;
    }
}
