package dev.assay.engine.internal.declaration;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.engine.Folding;
import dev.assay.evaluation.CrossValidation;
import dev.assay.leakage.LeakagePolicy;
import dev.assay.resampling.GroupKFold;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.resampling.KFold;
import dev.assay.resampling.LeaveOneGroupOut;
import dev.assay.resampling.LeaveOneOut;
import dev.assay.resampling.Splitter;
import dev.assay.resampling.StratifiedGroupKFold;
import dev.assay.resampling.StratifiedKFold;
import dev.assay.resampling.TimeSeriesSplit;
import java.lang.reflect.Method;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.junit.platform.commons.support.ReflectionSupport;

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
     * Returns what becomes of leaks.
     *
     * @return the policy
     */
    LeakagePolicy leakage();

    /**
     * Tells whether result files keep predictions.
     *
     * @return whether they do
     */
    boolean keepPredictions();

    /**
     * Returns the rules of runs.
     *
     * @return when to give up
     */
    RunRules rules();

    /**
     * Returns the splitter of one repeat.
     *
     * @param data the examples
     * @param instance makes or gives the object that has the class's methods
     * @return the splitter
     * @throws Exception whatever keeps a method of the class from giving it
     */
    Splitter splitter(Dataset<?> data, Callable<Object> instance) throws Exception;

    /**
     * Plans the evaluation of candidates on examples.
     *
     * @param data the examples
     * @param instance makes or gives the object that has the class's methods
     * @return a cross-validation that splits them as declared
     * @throws Exception whatever keeps a method of the class from saying how to split
     */
    default CrossValidation<?> on(Dataset<?> data, Callable<Object> instance) throws Exception {
        return rules().applyTo(CrossValidation.of(data)
                .splitter(splitter(data, instance))
                .repeats(repeats())
                .seed(seed())
                .leakage(leakage()));
    }

    /**
     * Cross-validation.
     *
     * @param kind what folds are made of
     * @param folds the number of folds, which counts where the kind doesn't say it
     * @param repeats how often the whole is repeated
     * @param seed the root of all that is random
     * @param stratified whether labels are stratified in folds of examples
     * @param bins the number of bins by which numbers are stratified, if they are
     * @param leakage what becomes of leaks
     * @param keepPredictions whether result files keep predictions
     * @param rules when to give up
     */
    record Folds(
            Folding kind,
            int folds,
            int repeats,
            long seed,
            boolean stratified,
            OptionalInt bins,
            LeakagePolicy leakage,
            boolean keepPredictions,
            RunRules rules)
            implements ResamplingPlan {

        @Override
        public Splitter splitter(Dataset<?> data, Callable<Object> instance) {
            return switch (kind) {
                case EXAMPLES -> ofExamples(data);
                case GROUPS -> GroupKFold.of(folds).withShuffling();
                case STRATIFIED_GROUPS -> new StratifiedGroupKFold(folds, true, bins);
                case LEAVE_ONE_OUT -> LeaveOneOut.of();
                case LEAVE_ONE_GROUP_OUT -> LeaveOneGroupOut.of();
                case TIME_SERIES -> TimeSeriesSplit.of(folds);
            };
        }

        private Splitter ofExamples(Dataset<?> data) {
            return bins.isPresent() || (stratified && StratifiedKFold.suits(data))
                    ? new StratifiedKFold(folds, true, bins)
                    : KFold.of(folds).withShuffling();
        }
    }

    /**
     * Hold-out.
     *
     * @param testShare the part to be tested
     * @param validationShare the part that learners may watch, 0 for none
     * @param repeats how often the whole is repeated
     * @param seed the root of all that is random
     * @param stratified whether labels are stratified
     * @param bins the number of bins by which numbers are stratified, if they are
     * @param grouped whether groups stay whole
     * @param leakage what becomes of leaks
     * @param keepPredictions whether result files keep predictions
     * @param rules when to give up
     */
    record Parts(
            double testShare,
            double validationShare,
            int repeats,
            long seed,
            boolean stratified,
            OptionalInt bins,
            boolean grouped,
            LeakagePolicy leakage,
            boolean keepPredictions,
            RunRules rules)
            implements ResamplingPlan {

        @Override
        public Splitter splitter(Dataset<?> data, Callable<Object> instance) {
            boolean suits = grouped ? data.targets() instanceof LabelTargets : StratifiedKFold.suits(data);
            return new HoldoutSplit(
                    testShare,
                    validationShare,
                    OptionalDouble.empty(),
                    bins.isPresent() || (stratified && suits),
                    bins,
                    grouped);
        }
    }

    /**
     * Splits that a method of the class tells.
     *
     * @param method the method, which returns a splitter
     * @param repeats how often the whole is repeated
     * @param seed the root of all that is random
     * @param leakage what becomes of leaks
     * @param keepPredictions whether result files keep predictions
     * @param rules when to give up
     */
    record Told(Method method, int repeats, long seed, LeakagePolicy leakage, boolean keepPredictions, RunRules rules)
            implements ResamplingPlan {

        @Override
        public Splitter splitter(Dataset<?> data, Callable<Object> instance) throws Exception {
            Object splitter = ReflectionSupport.invokeMethod(method, instance.call());
            if (splitter == null) {
                throw new InvalidDataException(
                        method.getDeclaringClass().getName() + "." + method.getName() + "() gave null and no splitter");
            }
            return (Splitter) splitter;
        }
    }
}
