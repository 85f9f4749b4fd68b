package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.leakage.LeakagePolicy;
import dev.assay.learning.Learner;
import dev.assay.learning.LearnerProvider;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.learning.LearnerProviders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is done before candidates run: turns each into one learner for each fold, and, once for all of them, splits the data,
 * turns them into the form that these take, and looks for leaks.
 */
final class Preparation {

    /**
     * A candidate that is ready to run.
     *
     * @param data the examples in the learners' form
     * @param learners one for each fold
     * @param versions the versions of the learners' library
     * @param configurations of each learner, where it can be told; to be asked before any is used
     */
    record Prepared<Y>(
            Dataset<Y> data,
            List<Learner<Y>> learners,
            Map<String, String> versions,
            Supplier<List<Optional<String>>> configurations) {}

    private final Dataset<?> data;
    /** The data in the form of each adapter, which all its candidates share. */
    private final Map<Class<?>, Dataset<?>> adapted;

    private final SharedSplits splits;
    private final LeakageCheck leakage;

    Preparation(Dataset<?> data) {
        this(data, new ConcurrentHashMap<>(), new SharedSplits(data), new LeakageCheck(data));
    }

    private Preparation(Dataset<?> data, Map<Class<?>, Dataset<?>> adapted, SharedSplits splits, LeakageCheck leakage) {
        this.data = data;
        this.adapted = adapted;
        this.splits = splits;
        this.leakage = leakage;
    }

    Preparation with(LeakagePolicy policy) {
        return new Preparation(data, adapted, splits, leakage.with(policy));
    }

    SharedSplits splits() {
        return splits;
    }

    LeakageCheck leakage() {
        return leakage;
    }

    Prepared<?> prepare(Candidate candidate, int folds) {
        List<Object> sources = new ArrayList<>(folds);
        for (int fold = 0; fold < folds; fold++) {
            sources.add(candidate.next());
        }
        Object first = sources.get(0);
        if (first instanceof Learner<?>) {
            return ofLearners(sources);
        }
        boolean exclusive = candidate.isMadeAnew() && distinct(sources) == sources.size();
        return ofProvider(LearnerProviders.of(first), sources, exclusive ? Sharing.EXCLUSIVE : Sharing.SHARED);
    }

    @SuppressWarnings("unchecked") // what inputs a learner takes shows at its first call only
    private <X> Prepared<X> ofLearners(List<Object> sources) {
        List<Learner<X>> learners =
                sources.stream().map(source -> (Learner<X>) source).toList();
        Supplier<List<Optional<String>>> configurations =
                () -> learners.stream().map(LearnerConfiguration::of).toList();
        return new Prepared<>((Dataset<X>) data, learners, learners.get(0).versions(), configurations);
    }

    @SuppressWarnings("unchecked") // the same provider class made it
    private <Y> Prepared<Y> ofProvider(LearnerProvider<Y> provider, List<Object> sources, Sharing sharing) {
        Dataset<Y> inForm = (Dataset<Y>) adapted.computeIfAbsent(provider.getClass(), type -> provider.adapt(data));
        List<Learner<Y>> learners = sources.stream()
                .map(source -> provider.learner(source, sharing))
                .toList();
        Supplier<List<Optional<String>>> configurations =
                () -> sources.stream().map(provider::configuration).toList();
        return new Prepared<>(inForm, learners, provider.versions(), configurations);
    }

    private static int distinct(List<Object> sources) {
        Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(sources);
        return identities.size();
    }
}
