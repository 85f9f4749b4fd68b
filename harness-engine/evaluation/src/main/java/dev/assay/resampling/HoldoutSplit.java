package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One random split into a training and a test part, and a validation part if one is wanted. Of n examples the test part has
 * {@code ceil(n · testShare)}, the validation part {@code ceil(n · validationShare)}, and the training part the rest, or
 * {@code floor(n · trainShare)}.
 *
 * <p>Whole groups are drawn so that the shares are those of the number of groups. If groups are also stratified, which takes
 * their sizes into account, the parts have these shares of the examples, as nearly as the groups allow.
 *
 * @param testShare the part to be tested, above 0 and below 1
 * @param validationShare the part that the learner may watch while it trains, from 0 to below 1
 * @param trainShare the part to train on, above 0; empty for all the rest
 * @param stratified whether all parts have the labels in nearly the proportions of the whole (largest remainders, ties at
 *     random; for sets of labels by iterative stratification, Sechidis, Tsoumakas and Vlahavas 2011)
 * @param bins the number of quantile bins by which numbers are stratified, at least 2; empty if targets are not numbers
 * @param grouped whether groups stay whole
 */
public record HoldoutSplit(
        double testShare,
        double validationShare,
        OptionalDouble trainShare,
        boolean stratified,
        OptionalInt bins,
        boolean grouped)
        implements Splitter {

    /** Checks the shares and the number of bins. */
    public HoldoutSplit {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("the test share must lie between 0 and 1, not " + testShare);
        }
        if (!(validationShare >= 0 && validationShare < 1)) {
            throw new IllegalArgumentException(
                    "the validation share must lie between 0 and 1, or be 0 for none, not " + validationShare);
        }
        if (!(trainShare.orElse(1) > 0 && trainShare.orElse(1) <= 1)) {
            throw new IllegalArgumentException(
                    "the training share must lie between 0 and 1, not " + trainShare.getAsDouble());
        }
        if (Parts.exceedsWhole(testShare, validationShare, trainShare)) {
            throw new IllegalArgumentException(
                    Parts.words(testShare, validationShare, trainShare) + " are more than there is");
        }
        Strata.requireBins(bins, stratified);
    }

    /**
     * Makes a random split.
     *
     * @param testShare the part to be tested, above 0 and below 1
     * @return the splitter, which doesn't stratify
     */
    public static HoldoutSplit of(double testShare) {
        return new HoldoutSplit(testShare, 0, OptionalDouble.empty(), false, OptionalInt.empty(), false);
    }

    /**
     * Sets a part aside for validation, taken from the training part: train, validation and test.
     *
     * @param share the part that the learner may watch while it trains, above 0 and below 1
     * @return the same splitter, which makes three parts
     */
    public HoldoutSplit withValidation(double share) {
        return new HoldoutSplit(testShare, share, trainShare, stratified, bins, grouped);
    }

    /**
     * Trains on less than all the rest.
     *
     * @param share the part of all examples to train on, above 0
     * @return the same splitter, with a training part of that size
     */
    public HoldoutSplit withTrainShare(double share) {
        return new HoldoutSplit(testShare, validationShare, OptionalDouble.of(share), stratified, bins, grouped);
    }

    /**
     * Keeps the proportions of labels.
     *
     * @return the same splitter, which stratifies
     */
    public HoldoutSplit withStratification() {
        return new HoldoutSplit(testShare, validationShare, trainShare, true, bins, grouped);
    }

    /**
     * Stratifies numbers, which are put into bins as {@link StratifiedKFold#withBins} says.
     *
     * @param number the number of bins, at least 2
     * @return the same splitter, which stratifies targets that are numbers
     */
    public HoldoutSplit withBins(int number) {
        return new HoldoutSplit(testShare, validationShare, trainShare, true, OptionalInt.of(number), grouped);
    }

    /**
     * Keeps groups whole: none is in two parts.
     *
     * @return the same splitter, for data that have groups
     */
    public HoldoutSplit withGroups() {
        return new HoldoutSplit(testShare, validationShare, trainShare, stratified, bins, true);
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if nothing is left to train on, groups are wanted that the data don't have, or the targets
     *     can't be stratified
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        int[] partOfRow = new Parts(this, data, seed).allocate();
        int[][] rows = Folds.rowsByFold(partOfRow, Parts.NUMBER);
        Split split = Split.ofChecked(0, data.size(), rows[Parts.TEST]);
        if (rows[Parts.VALIDATION].length > 0) {
            split = split.withValidationRows(rows[Parts.VALIDATION]);
        }
        if (trainShare.isPresent()) {
            split = split.withTrain(new Rows.Listed(rows[Parts.TRAIN]));
        }
        return List.of(split);
    }

    @Override
    public String description() {
        return description("hold-out");
    }

    String description(String noun) {
        return (stratified ? "stratified " : "") + (grouped ? "group " : "") + noun + " of " + percent(testShare)
                + (validationShare > 0 ? ", validation of " + percent(validationShare) : "")
                + (trainShare.isPresent() ? ", training on " + percent(trainShare.getAsDouble()) : "")
                + (bins.isPresent() ? ", by " + bins.getAsInt() + " quantile bins" : "");
    }

    private static String percent(double share) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share * 100) + " %";
    }
}
