package dev.assay.result;

import java.util.List;

/**
 * How a candidate was run and how long its folds took, as it is on disk.
 *
 * @param schema the form of the file, {@value #SCHEMA}
 * @param testClass the class whose checks judged
 * @param candidate the candidate's name
 * @param remarks what is to be known of the run, such as why nothing was cached
 * @param folds the folds, repeat by repeat
 */
public record Timings(String schema, String testClass, String candidate, List<String> remarks, List<FoldTiming> folds) {

    /** The form of the file that this version writes. */
    public static final String SCHEMA = "assay-timings/1";

    /**
     * How long a fold took, in seconds of wall-clock time.
     *
     * @param repeat its repeat, from 0
     * @param fold its number within the repeat, from 0
     * @param fitSeconds how long fitting took
     * @param predictSeconds how long predicting took
     */
    public record FoldTiming(int repeat, int fold, double fitSeconds, double predictSeconds) {}
}
