package dev.assay.evaluation;

import dev.assay.prediction.Predictions;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps what folds' models predicted from one run to the next. Called by several threads at once.
 *
 * <p>A key stands for all that predictions depend on: the program's code, the learner's configuration, the data, the split and
 * the seed.
 */
public interface FoldCache {

    /**
     * What a fold gave.
     *
     * @param predictions of the fold's test part, in its order
     * @param fitTime how long the fit took
     * @param predictTime how long the predictions took
     */
    record Entry(Predictions predictions, Duration fitTime, Duration predictTime) {}

    /**
     * Looks up what was kept.
     *
     * @param key 32 hexadecimal digits
     * @return what was kept under it; empty if nothing was, or what was kept can't be read
     */
    Optional<Entry> find(String key);

    /**
     * Keeps what a fold gave. What can't be kept must not make the evaluation fail.
     *
     * @param key 32 hexadecimal digits
     * @param entry replaces what may be kept under it
     */
    void keep(String key, Entry entry);
}
