package dev.assay.engine.internal.declaration;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.resampling.KFold;
import dev.assay.resampling.Splitter;
import dev.assay.resampling.StratifiedKFold;

/** How the candidates of a class are evaluated. */
public sealed interface ResamplingPlan {

    /**
     * Returns how often the whole is repeated.
     *
     * @return at least 1
     */
    int repeats();

    /**
     * Returns the seed.
     *
     * @return the root of all that is random
     */
    long seed();

    /**
     * Tells whether stratification is wanted where targets are labels.
     *
     * @return whether it is
     */
    boolean stratified();

    /**
     * Tells whether result files keep predictions.
     *
     * @return whether they do
     */
    boolean keepPredictions();

    /**
     * Returns the splitter of one repeat.
     *
     * @param isStratified whether to stratify
     * @return the splitter
     */
    Splitter splitter(boolean isStratified);

    /**
     * Plans the evaluation of candidates on examples.
     *
     * @param data the examples
     * @return a cross-validation that splits them as declared
     */
    default CrossValidation<?> on(Dataset<?> data) {
        return CrossValidation.of(data)
                .splitter(splitter(stratified() && data.targets() instanceof LabelTargets))
                .repeats(repeats())
                .seed(seed());
    }

    /**
     * Cross-validation.
     *
     * @param folds the number of folds
     * @param repeats how often the whole is repeated
     * @param seed the root of all that is random
     * @param stratified whether labels are stratified
     * @param keepPredictions whether result files keep predictions
     */
    record Folds(int folds, int repeats, long seed, boolean stratified, boolean keepPredictions)
            implements ResamplingPlan {

        @Override
        public Splitter splitter(boolean isStratified) {
            return isStratified
                    ? StratifiedKFold.of(folds).withShuffling()
                    : KFold.of(folds).withShuffling();
        }
    }

    /**
     * Hold-out.
     *
     * @param testShare the part to be tested
     * @param repeats how often the whole is repeated
     * @param seed the root of all that is random
     * @param stratified whether labels are stratified
     * @param keepPredictions whether result files keep predictions
     */
    record Parts(double testShare, int repeats, long seed, boolean stratified, boolean keepPredictions)
            implements ResamplingPlan {

        @Override
        public Splitter splitter(boolean isStratified) {
            HoldoutSplit split = HoldoutSplit.of(testShare);
            return isStratified ? split.withStratification() : split;
        }
    }
}
