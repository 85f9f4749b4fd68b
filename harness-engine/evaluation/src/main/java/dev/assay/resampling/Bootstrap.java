package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Trains on bootstrap samples, as many examples as there are drawn with replacement, and tests what was not drawn (out of
 * bag): about 36.8 % of the examples. Each sample is a repeat. A sample that has drawn every example is drawn anew. See Efron
 * and Tibshirani 1997, "Improvements on cross-validation: the .632+ bootstrap method".
 *
 * <p>Whole groups are drawn as often as there are groups, each with all its examples, so that no group is in both parts of a
 * split. Stratified samples have as many draws of each label as it has examples; groups then count for the label that most of
 * their examples have, the first of equals.
 *
 * @param samples the number of samples, at least 1
 * @param stratified whether samples have the labels in the proportions of the whole
 * @param bins the number of quantile bins by which numbers are stratified, at least 2; empty if targets are not numbers
 * @param grouped whether groups stay whole
 */
public record Bootstrap(int samples, boolean stratified, OptionalInt bins, boolean grouped) implements Splitter {

    /** Checks the numbers of samples and bins. */
    public Bootstrap {
        if (samples < 1) {
            throw new IllegalArgumentException("at least 1 sample is needed, not " + samples);
        }
        Strata.requireBins(bins, stratified);
    }

    /**
     * Draws bootstrap samples.
     *
     * @param samples how many, at least 1
     * @return the splitter, which draws single examples and doesn't stratify
     */
    public static Bootstrap of(int samples) {
        return new Bootstrap(samples, false, OptionalInt.empty(), false);
    }

    /**
     * Keeps the proportions of labels.
     *
     * @return the same splitter, which stratifies
     */
    public Bootstrap withStratification() {
        return new Bootstrap(samples, true, bins, grouped);
    }

    /**
     * Stratifies numbers, which are put into bins as {@link StratifiedKFold#withBins} says.
     *
     * @param number the number of bins, at least 2
     * @return the same splitter, which stratifies targets that are numbers
     */
    public Bootstrap withBins(int number) {
        return new Bootstrap(samples, true, OptionalInt.of(number), grouped);
    }

    /**
     * Draws whole groups: none is in both parts of a split.
     *
     * @return the same splitter, for data that have groups
     */
    public Bootstrap withGroups() {
        return new Bootstrap(samples, stratified, bins, true);
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if there is only one example or group to draw, or one of each label, so that nothing would be
     *     left to test; if groups are wanted that the data don't have, or the targets can't be stratified
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        BootstrapUnits units = BootstrapUnits.of(this, data);
        return IntStream.range(0, samples)
                .mapToObj(sample -> units.sample(
                                seed.derive("repeat", sample).derive("draw").random())
                        .inRepeat(sample))
                .toList();
    }

    @Override
    public List<String> remarks(Dataset<?> data) {
        return stratified ? BootstrapUnits.of(this, data).remarks() : List.of();
    }

    @Override
    public String description() {
        return samples + (stratified ? " stratified" : "") + (grouped ? " group" : "")
                + (samples == 1 ? " bootstrap sample" : " bootstrap samples") + ", tested out of bag"
                + (bins.isPresent() ? ", by " + bins.getAsInt() + " quantile bins" : "");
    }
}
