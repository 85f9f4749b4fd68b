package dev.assay.statistics;

/**
 * The posterior of which of two procedures is better over several data sets, a Bayesian signed rank test: differences have a
 * Dirichlet process as prior, so that the posterior weighs them, and a pseudo-observation at 0 of strength ½, by
 * {@code w ~ Dirichlet(½, 1, …, 1)}. In each draw {@code θ(better) = Σᵢⱼ wᵢwⱼ [zᵢ + zⱼ > 2·rope]}, likewise worse and equivalent;
 * the result is how often each is the largest of the three (Benavoli, Mangili, Corani, Zaffalon and Ruggeri, "A Bayesian
 * Wilcoxon signed-rank test based on the Dirichlet process", ICML 2014; Benavoli, Corani, Demšar and Zaffalon, Journal of
 * Machine Learning Research 18, 2017, section 4.2).
 *
 * <p>The three probabilities add up to 1. They are about the first minus the second, where higher is better. Differences must
 * be independent of each other; for folds see {@link BayesianCorrelatedTTest}. Equal data and seeds give bitwise the same
 * result.
 *
 * @param rope the half-width of the region of practical equivalence, in units of the differences
 * @param draws how many draws of the posterior there are
 * @param seed from which they were drawn
 * @param worse how probably the first is worse
 * @param equivalent how probably the two are practically equivalent
 * @param better how probably the first is better
 * @param remark what is special about the data, or empty
 */
public record BayesianSignedRankTest(
        double rope, int draws, long seed, double worse, double equivalent, double better, String remark) {

    /**
     * Draws from the posterior.
     *
     * @param differences over at least two data sets, paired, first minus second
     * @param rope the half-width of the region of practical equivalence, at least 0
     * @param draws how many to draw, at least 1; 50,000 give probabilities to about ±0.004
     * @param seed of the draws
     * @return the posterior
     * @throws IllegalArgumentException if there are fewer than two differences, or a number is out of its range
     */
    public static BayesianSignedRankTest of(double[] differences, double rope, int draws, long seed) {
        Differences.require("a Bayesian signed rank test", differences);
        Differences.requireRope(rope);
        if (draws < 1) {
            throw new IllegalArgumentException("a posterior needs at least 1 draw, not " + draws);
        }
        SignedRankPosterior posterior = new SignedRankPosterior(differences, rope, seed);
        for (int i = 0; i < draws; i++) {
            posterior.draw();
        }
        return new BayesianSignedRankTest(
                rope,
                draws,
                seed,
                posterior.worse() / draws,
                posterior.equivalent() / draws,
                posterior.better() / draws,
                Differences.areAllZero(differences) ? Differences.NONE : "");
    }
}
