package dev.assay.statistics;

/**
 * What every test of this package tells: how surprising the data would be if there were no difference.
 *
 * <p>Swapping the two sides of a test mirrors its statistic and leaves its p-value. Data from which nothing can be
 * computed the ordinary way, such as differences without any spread, have a defined result and a remark, never NaN.
 */
public sealed interface SignificanceTest
        permits CochranQTest,
                CorrectedResampledTTest,
                DeLongTest,
                FiveByTwoFTest,
                FiveByTwoTTest,
                FriedmanTest,
                McNemarTest,
                PairedBootstrap,
                PermutationTest,
                WilcoxonTest {

    /**
     * Returns the two-sided p-value.
     *
     * @return 0 to 1
     */
    double pValue();

    /**
     * Returns what is special about the data.
     *
     * @return half a sentence, or empty
     */
    String remark();
}
