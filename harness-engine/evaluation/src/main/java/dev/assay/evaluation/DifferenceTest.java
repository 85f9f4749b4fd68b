package dev.assay.evaluation;

import dev.assay.metric.ClassificationMetrics;
import dev.assay.statistics.CorrectedResampledTTest;
import dev.assay.statistics.DeLongTest;
import dev.assay.statistics.FiveByTwoFTest;
import dev.assay.statistics.FiveByTwoTTest;
import dev.assay.statistics.McNemarTest;
import dev.assay.statistics.PairedBootstrap;
import dev.assay.statistics.PermutationTest;
import dev.assay.statistics.SignificanceTest;
import dev.assay.statistics.WilcoxonTest;
import java.util.Optional;

/**
 * How the difference between two candidates is tested.
 *
 * <p>Tests over folds judge training procedures. Tests over rows judge two fitted models on one test set; of a cross-validation
 * they would ask whether rows that were predicted by models of shared training data are independent, and so are refused, but
 * for McNemar's on one repeat, which says so.
 */
public enum DifferenceTest {
    /** {@link CorrectedResampledTTest} over the folds: the usual one of a cross-validation. */
    CORRECTED_RESAMPLED_T("corrected resampled t test", Judges.FOLDS) {
        @Override
        SignificanceTest test(PairedEvaluations pair) {
            return CorrectedResampledTTest.of(pair.differencesOfFolds(), pair.testToTrain());
        }
    },

    /** {@link FiveByTwoTTest}, of 2 folds × 5 repeats. */
    FIVE_BY_TWO_T("5×2cv t test", Judges.FIVE_BY_TWO_FOLDS) {
        @Override
        SignificanceTest test(PairedEvaluations pair) {
            return FiveByTwoTTest.of(pair.differencesByRepeat());
        }
    },

    /** {@link FiveByTwoFTest}, of 2 folds × 5 repeats; less prone to chance than the t test. */
    FIVE_BY_TWO_F("5×2cv F test", Judges.FIVE_BY_TWO_FOLDS) {
        @Override
        SignificanceTest test(PairedEvaluations pair) {
            return FiveByTwoFTest.of(pair.differencesByRepeat());
        }
    },

    /** {@link WilcoxonTest} over the folds, which doesn't know that they share training data and finds too much. */
    WILCOXON("Wilcoxon's signed rank test, which takes folds for independent", Judges.FOLDS) {
        @Override
        SignificanceTest test(PairedEvaluations pair) {
            return WilcoxonTest.of(pair.differencesOfFolds());
        }
    },

    /** {@link McNemarTest}, exact, of accuracy on the rows of one test set. */
    MCNEMAR("exact McNemar test", Judges.RIGHT_AND_WRONG) {
        @Override
        SignificanceTest test(PairedEvaluations pair) {
            return McNemarTest.of(pair.onlyFirstIsRight(), pair.onlySecondIsRight());
        }
    },

    /** {@link DeLongTest} of the ROC AUC of a label on the rows of one test set. */
    DELONG("DeLong's test", Judges.RANKINGS) {
        @Override
        SignificanceTest test(PairedEvaluations pair) {
            return pair.deLong();
        }
    },

    /**
     * {@link PermutationTest} of any metric on one test set: predictions are exchanged row by row, or group by group where there
     * are groups.
     */
    PERMUTATION("permutation test", Judges.ONE_TEST_SET) {
        @Override
        SignificanceTest test(PairedEvaluations pair) {
            PairedTestSet set = pair.testSet();
            return PermutationTest.of(
                    set.units(), set::differenceAfterExchange, set.replicates(), pair.seed("permutation"));
        }
    },

    /** {@link PairedBootstrap} of any metric on one test set: rows, or groups where there are any, are drawn with replacement. */
    PAIRED_BOOTSTRAP("paired bootstrap", Judges.ONE_TEST_SET) {
        @Override
        SignificanceTest test(PairedEvaluations pair) {
            PairedTestSet set = pair.testSet();
            return PairedBootstrap.of(set.units(), set::differenceOfDrawn, set.replicates(), pair.seed("bootstrap"));
        }
    };

    /** What a test can be done on. */
    private enum Judges {
        FOLDS {
            @Override
            Optional<String> obstacle(PairedEvaluations pair) {
                if (!pair.isOfFolds()) {
                    return Optional.of("it needs at least two folds");
                }
                return pair.isDefinedInAllFolds()
                        ? Optional.empty()
                        : Optional.of("it needs a metric that is defined in each fold");
            }
        },
        FIVE_BY_TWO_FOLDS {
            @Override
            Optional<String> obstacle(PairedEvaluations pair) {
                return pair.isFiveByTwo()
                        ? FOLDS.obstacle(pair)
                        : Optional.of("it needs 5 repeats of 2 folds; folds of other numbers are tested by "
                                + CORRECTED_RESAMPLED_T);
            }
        },
        ONE_TEST_SET {
            @Override
            Optional<String> obstacle(PairedEvaluations pair) {
                if (pair.isOfFolds()) {
                    return Optional.of(
                            "it compares fitted models on one test set, but these were cross-validated; take "
                                    + CORRECTED_RESAMPLED_T);
                }
                return pair.isDefined() ? Optional.empty() : Optional.of("it needs a metric that is defined");
            }
        },
        RIGHT_AND_WRONG {
            @Override
            Optional<String> obstacle(PairedEvaluations pair) {
                if (!pair.metric().equals(ClassificationMetrics.ACCURACY)) {
                    return Optional.of("it compares accuracy only, and not "
                            + pair.metric().name() + "; take "
                            + (pair.isOfFolds() ? CORRECTED_RESAMPLED_T : PERMUTATION));
                }
                return pair.hasIndependentRows()
                        ? Optional.empty()
                        : Optional.of("rows have weights or groups, which it doesn't know; take "
                                + (pair.isOfFolds() ? CORRECTED_RESAMPLED_T : PERMUTATION));
            }
        },
        RANKINGS {
            @Override
            Optional<String> obstacle(PairedEvaluations pair) {
                Optional<String> other = ONE_TEST_SET.obstacle(pair);
                if (other.isPresent()) {
                    return other;
                }
                if (pair.labelOfRocAuc().isEmpty()) {
                    return Optional.of("it compares the ROC AUC of one label only, and not "
                            + pair.metric().name() + "; take " + PERMUTATION);
                }
                return pair.hasIndependentRows()
                        ? Optional.empty()
                        : Optional.of("rows have weights or groups, which it doesn't know; take " + PERMUTATION);
            }
        };

        abstract Optional<String> obstacle(PairedEvaluations pair);
    }

    private final String words;
    private final Judges judges;

    DifferenceTest(String words, Judges judges) {
        this.words = words;
        this.judges = judges;
    }

    abstract SignificanceTest test(PairedEvaluations pair);

    /** Says why the test can't be done, if it can't. */
    Optional<String> obstacle(PairedEvaluations pair) {
        return judges.obstacle(pair);
    }

    /** Returns the test that suits, whether it can be done or not. */
    static DifferenceTest suiting(PairedEvaluations pair) {
        if (pair.isOfFolds()) {
            return CORRECTED_RESAMPLED_T;
        }
        if (MCNEMAR.obstacle(pair).isEmpty()) {
            return MCNEMAR;
        }
        if (DELONG.obstacle(pair).isEmpty()) {
            return DELONG;
        }
        // margins of different models need not mean the same, so that exchanging them says nothing
        return pair.haveComparableScores() ? PERMUTATION : PAIRED_BOOTSTRAP;
    }

    /** Says what is done. */
    String words(PairedEvaluations pair) {
        return words + (judges == Judges.RIGHT_AND_WRONG && pair.isOfFolds() ? " on the rows of one repeat" : "");
    }
}
