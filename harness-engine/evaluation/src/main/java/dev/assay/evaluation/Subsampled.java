package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The splits of another splitter, each with a part of its training part only. A larger part of the same split has all rows of
 * a smaller one. Labels come in nearly the proportions of the training part.
 */
record Subsampled(Splitter splitter, Size size) implements Splitter {

    /** How much of a training part is trained on. */
    sealed interface Size {

        /** Returns how many of so many examples are trained on. */
        int of(Split split);

        String description();
    }

    /** A share of the training part, rounded down, but at least one example. */
    record Share(double share) implements Size {

        Share {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "a share of the training part must be above 0 and not above 1, not " + share);
            }
        }

        @Override
        public int of(Split split) {
            // in decimals, as the share was written: 0.29 of 100 are 29, which doubles miss
            return BigDecimal.valueOf(share)
                    .multiply(BigDecimal.valueOf(split.trainSize()))
                    .max(BigDecimal.ONE)
                    .intValue();
        }

        @Override
        public String description() {
            return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share * 100)
                    + " % of each training part";
        }
    }

    /** A number of examples. */
    record Count(int count) implements Size {

        Count {
            if (count < 1) {
                throw new IllegalArgumentException("at least 1 training example is needed, not " + count);
            }
        }

        @Override
        public int of(Split split) {
            if (count > split.trainSize()) {
                throw new InvalidDataException(split + " has " + split.trainSize() + " training examples, of which "
                        + count + " can't be taken; ask for fewer");
            }
            return count;
        }

        @Override
        public String description() {
            return count + " training examples";
        }
    }

    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        return splitter.split(data, seed).stream()
                .map(split -> subsample(split, data, seed.derive("subsample")))
                .toList();
    }

    private Split subsample(Split split, Dataset<?> data, Seed seed) {
        int number = size.of(split);
        if (number == split.trainSize()) {
            return split;
        }
        int[] rows = split.trainRows();
        Seed ofSplit = seed.derive("repeat", split.repeat()).derive("fold", split.fold());
        int[] taken = order(rows, data, ofSplit.random())
                .limit(number)
                .map(position -> rows[position])
                .sorted()
                .toArray();
        return split.withTrainRows(taken);
    }

    /** Returns positions in a random order, in which those of each label are spread evenly. */
    private static IntStream order(int[] rows, Dataset<?> data, SplittableRandom random) {
        long[] keys = random.longs(rows.length).toArray();
        List<Integer> shuffled = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer position) -> keys[position])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        if (!(data.targets() instanceof LabelTargets targets)) {
            return shuffled.stream().mapToInt(Integer::intValue);
        }
        int[] counts = targets.select(rows).counts();
        int[] seen = new int[counts.length];
        double[] places = new double[rows.length];
        for (int position : shuffled) {
            int label = targets.index(rows[position]);
            places[position] = (seen[label]++ + 0.5) / counts[label];
        }
        return shuffled.stream()
                .sorted(Comparator.comparingDouble(position -> places[position]))
                .mapToInt(Integer::intValue);
    }

    @Override
    public String description() {
        return splitter.description() + ", " + size.description();
    }

    @Override
    public boolean isRandom() {
        return splitter.isRandom();
    }

    @Override
    public boolean mayTrainOnLater() {
        return splitter.mayTrainOnLater();
    }

    @Override
    public List<String> remarks(Dataset<?> data) {
        return splitter.remarks(data);
    }
}
