package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.numeric.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The examples of a data set in the order of time: by their time stamps if there are any, and otherwise as they come. */
final class TimeOrder {

    private final int size;
    /** The row at each position; nothing if rows are in order already. */
    private final int @Nullable [] rows;
    /** The time at each position. */
    private final @Nullable List<Instant> times;

    private TimeOrder(int size, int @Nullable [] rows, @Nullable List<Instant> times) {
        this.size = size;
        this.rows = rows;
        this.times = times;
    }

    static TimeOrder of(Dataset<?> data) {
        List<Instant> times = data.times().orElse(null);
        if (times == null || isSorted(times)) {
            return new TimeOrder(data.size(), null, times);
        }
        int[] rows = IntStream.range(0, data.size())
                .boxed()
                .sorted(Comparator.comparing(times::get))
                .mapToInt(Integer::intValue)
                .toArray();
        return new TimeOrder(
                data.size(), rows, IntStream.of(rows).mapToObj(times::get).toList());
    }

    /** Fails if there are no time stamps. */
    static TimeOrder stamped(Dataset<?> data, String what) {
        if (data.times().isEmpty()) {
            throw new InvalidDataException(what + " needs time stamps, which " + data.name()
                    + " doesn't have; give it some: withTimes(…), or CsvDataset.times(…)");
        }
        return of(data);
    }

    private static boolean isSorted(List<Instant> times) {
        return IntStream.range(1, times.size()).noneMatch(row -> times.get(row).isBefore(times.get(row - 1)));
    }

    /** Returns the rows at positions from one to before another, ascending. */
    int[] rows(int from, int to) {
        if (rows == null) {
            return IntStream.range(from, to).toArray();
        }
        int[] some = Arrays.copyOfRange(rows, from, to);
        Arrays.sort(some);
        return some;
    }

    /** Makes a training part of the positions from one to before another. */
    Rows between(int from, int to) {
        return rows == null ? new Rows.Between(from, to) : new Rows.Listed(rows(from, to));
    }

    /** Makes a training part of all positions but those from one to before another. */
    Rows outside(int from, int to) {
        return rows == null
                ? new Rows.Outside(from, to, size)
                : new Rows.Listed(IntStream.concat(Arrays.stream(rows, 0, from), Arrays.stream(rows, to, size))
                        .sorted()
                        .toArray());
    }

    /** Returns the first position that is no more than a duration before another, or at the same time. */
    int firstWithinBefore(int position, Duration duration) {
        Instant earliest = time(position).minus(duration);
        return Search.first(0, position, middle -> !time(middle).isBefore(earliest));
    }

    /** Returns the first position that is more than a duration after another. */
    int firstBeyondAfter(int position, Duration duration) {
        Instant latest = time(position).plus(duration);
        return Search.first(position, size, middle -> time(middle).isAfter(latest));
    }

    private Instant time(int position) {
        if (times == null) {
            throw new IllegalStateException("no time stamps");
        }
        return times.get(position);
    }

    static void requireNotNegative(String what, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("the " + what + " must not be negative, but is " + words(duration));
        }
    }

    /** Returns such as "2 days", or ISO 8601 if it is no number of days. */
    static String words(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? duration.toDays() + (duration.toDays() == 1 ? " day" : " days")
                : duration.toString();
    }
}
