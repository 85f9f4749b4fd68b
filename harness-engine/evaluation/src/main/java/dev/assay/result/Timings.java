package dev.assay.result;

import java.util.List;

/**
 * How a candidate was run and how long its folds took, as it is on disk.
 *
 * @param testClass the class whose checks judged
 * @param candidate the candidate's name
 * @param remarks what is to be known of the run, such as why nothing was cached
 * @param folds the folds, repeat by repeat
 */
record Timings(String testClass, String candidate, List<String> remarks, List<FoldTiming> folds) {

    /**
     * How long a fold took, in seconds of wall-clock time.
     *
     * @param repeat its repeat, from 0
     * @param fold its number within the repeat, from 0
     * @param fitSeconds how long fitting took
     * @param predictSeconds how long predicting took
     */
    record FoldTiming(int repeat, int fold, double fitSeconds, double predictSeconds) {}
}
