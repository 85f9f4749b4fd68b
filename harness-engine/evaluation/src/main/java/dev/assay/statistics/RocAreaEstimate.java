package dev.assay.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An area under a ROC curve. Bounds are DeLong's on the logit scale; where the standard error is 0 or a class has fewer
 * than 30 rows, they are those of Newcombe ("Confidence intervals for an effect size measure based on the Mann–Whitney
 * statistic, part 2", Statistics in Medicine 25, 2006, method 5).
 *
 * @param value the area, 0 to 1
 * @param standardError by DeLong; 0 if unknown
 * @param positives how many rows are positive, at least 1
 * @param negatives how many rows are negative, at least 1
 */
public record RocAreaEstimate(double value, double standardError, long positives, long negatives) implements Estimate {

    private static final int FEW = 30;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Checks the numbers. */
    public RocAreaEstimate {
        if (!(value >= 0 && value <= 1 && standardError >= 0) || positives < 1 || negatives < 1) {
            throw new IllegalArgumentException("no area under a ROC curve: " + value + " ± " + standardError + " of "
                    + positives + " and " + negatives);
        }
    }

    private boolean byNewcombe() {
        return byNewcombe(1);
    }

    private boolean byNewcombe(double growth) {
        return standardError == 0 || growth * Math.min(positives, negatives) < FEW || value == 0 || value == 1;
    }

    /** Lets the standard error shrink by the square root of the size, and both classes grow with it. */
    @Override
    public double growthToSeparate(double threshold, double level) {
        double z = NORMAL.inverseCumulativeProbability(Levels.require(level));
        return Growth.solve(
                value,
                threshold,
                growth -> byNewcombe(growth)
                        ? Math.abs(threshold - value) >= z * newcombeError(threshold, growth)
                        : Math.abs(logit(threshold) - logit(value)) >= z * logitError() / Math.sqrt(growth));
    }

    @Override
    public double lowerBound(double level) {
        double z = NORMAL.inverseCumulativeProbability(Levels.require(level));
        return byNewcombe() ? newcombe(z, 0) : expit(logit(value) - z * logitError());
    }

    @Override
    public double upperBound(double level) {
        double z = NORMAL.inverseCumulativeProbability(Levels.require(level));
        return byNewcombe() ? newcombe(z, 1) : expit(logit(value) + z * logitError());
    }

    /** Finds the area on one side of the value at which the value lies exactly z standard errors away, by bisection. */
    private double newcombe(double z, double limit) {
        double inside = value;
        double outside = limit;
        if (Math.abs(outside - value) <= z * newcombeError(outside)) {
            return limit;
        }
        for (int i = 0; i < 200 && inside != outside; i++) {
            double middle = (inside + outside) / 2;
            if (middle == inside || middle == outside) {
                break;
            }
            if (Math.abs(middle - value) <= z * newcombeError(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return (inside + outside) / 2;
    }

    private double newcombeError(double area) {
        return newcombeError(area, 1);
    }

    private double newcombeError(double area, double growth) {
        double others = growth * (positives + negatives) / 2.0 - 1;
        double variance = area
                * (1 - area)
                * (1 + others * (1 - area) / (2 - area) + others * area / (1 + area))
                / (growth * positives * growth * negatives);
        return Math.sqrt(variance);
    }

    private double logitError() {
        return standardError / (value * (1 - value));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static double expit(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    public double chanceOfAtLeast(double threshold) {
        if (threshold <= 0) {
            return 1;
        }
        if (threshold > 1) {
            return 0;
        }
        if (!byNewcombe()) {
            return NORMAL.survivalProbability((logit(threshold) - logit(value)) / logitError());
        }
        double error = newcombeError(value);
        if (error == 0) {
            return value >= threshold ? 1 : 0;
        }
        return NORMAL.survivalProbability((threshold - value) / error);
    }

    @Override
    public double chanceOfLowerBound(double threshold, double level, Prospect prospect) {
        double z = NORMAL.inverseCumulativeProbability(Levels.require(level));
        if (threshold <= 0 || threshold >= 1) {
            return threshold <= 0 ? 1 : 0;
        }
        if (byNewcombe(prospect.growth())) {
            double needed = threshold + z * newcombeError(threshold, prospect.growth());
            return needed > 1 ? 0 : chanceOfAtLeast(needed, prospect);
        }
        double error = prospect.scaled(logitError());
        return NORMAL.survivalProbability((logit(threshold) + z * error - logit(prospect.truth())) / error);
    }

    /** Takes scores of the opposite sign, by which the area is the complement. */
    @Override
    public double chanceOfUpperBound(double threshold, double level, Prospect prospect) {
        RocAreaEstimate complement = new RocAreaEstimate(1 - value, standardError, positives, negatives);
        return complement.chanceOfLowerBound(
                1 - threshold, level, new Prospect(1 - prospect.truth(), prospect.growth()));
    }

    private double chanceOfAtLeast(double needed, Prospect prospect) {
        double error = newcombeError(prospect.truth(), prospect.growth());
        if (error == 0) {
            return prospect.truth() >= needed ? 1 : 0;
        }
        return NORMAL.survivalProbability((needed - prospect.truth()) / error);
    }

    @Override
    public String method() {
        return "by "
                + (byNewcombe() ? "Newcombe's method 5" : "DeLong on the logit scale")
                + " with " + positives + " positives and " + negatives + " negatives";
    }
}
