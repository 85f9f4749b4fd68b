package dev.assay.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The test of two correlated areas under ROC curves, of two models' scores for the same rows: {@code z = (A₁ − A₂) / √V} with
 * the variance V of the difference from each row's placements among the other class (DeLong, DeLong and Clarke-Pearson,
 * "Comparing the areas under two or more correlated receiver operating characteristic curves", Biometrics 44, 1988), in
 * O(n log n) (after Sun and Xu, "Fast implementation of DeLong's algorithm", IEEE Signal Processing Letters 21, 2014).
 *
 * <p>It compares fitted models on one test set. Placements are counted in whole numbers, so that a variance of 0 is one:
 * then z is 0 and p is 1 for equal areas, and z is infinite and p is 0 for others, with a remark. A class of a single row
 * has no variance: no evidence, z is 0 and p is 1.
 *
 * @param firstArea the first model's area, 0 to 1
 * @param secondArea the second model's area, 0 to 1
 * @param firstStandardError that of the first area; 0 if a class has a single row
 * @param secondStandardError that of the second area; 0 if a class has a single row
 * @param differenceStandardError that of the difference of areas; 0 if a class has a single row
 * @param statistic z
 * @param pValue two-sided
 * @param remark what is special about the data, or empty
 */
public record DeLongTest(
        double firstArea,
        double secondArea,
        double firstStandardError,
        double secondStandardError,
        double differenceStandardError,
        double statistic,
        double pValue,
        String remark)
        implements SignificanceTest {

    /**
     * Tests whether two areas are the same.
     *
     * @param positive whether each row is positive; at least one is and one is not
     * @param first the first model's score of each row, finite, higher for positive
     * @param second the second model's scores
     * @return the result
     * @throws IllegalArgumentException if lengths differ, a class has no rows, or a score is not finite
     */
    public static DeLongTest of(boolean[] positive, double[] first, double[] second) {
        Placements a = Placements.of(positive, first);
        Placements b = Placements.of(positive, second);
        if (a.areOfSingleRow()) {
            return new DeLongTest(
                    a.area(),
                    b.area(),
                    0,
                    0,
                    0,
                    0,
                    1,
                    "a class has a single row, whose spread is unknown: no evidence");
        }
        Placements difference = a.minus(b);
        double error = difference.standardError();
        double z;
        double p;
        String remark = "";
        if (error > 0) {
            z = difference.area() / error;
            p = Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
        } else if (difference.area() == 0) {
            z = 0;
            p = 1;
            remark = "both place each row alike: no evidence";
        } else {
            z = Differences.infinite(difference.area());
            p = 0;
            remark = "the two differ alike on each row: the spread of their difference is unknown";
        }
        return new DeLongTest(a.area(), b.area(), a.standardError(), b.standardError(), error, z, p, remark);
    }
}
