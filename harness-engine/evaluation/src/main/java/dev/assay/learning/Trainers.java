package dev.assay.learning;

import dev.assay.learning.LearnerProvider.Sharing;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the fits of one learner get their trainers from: copies of one, or a new one each. */
final class Trainers {

    private final Supplier<?> source;
    private final boolean madeAnew;
    private final Set<Object> given = Collections.newSetFromMap(new IdentityHashMap<>());
    /** What was made to see what it is; the first fit takes it. */
    private @Nullable Object first;

    Trainers(Supplier<?> source, boolean madeAnew) {
        this.source = source;
        this.madeAnew = madeAnew;
    }

    <X> Learner<X> learner() {
        Object known = made();
        first = known;
        if (known instanceof Learner<?>) {
            return madeAnew ? new Renewed<>(this) : typed(known);
        }
        return learner(LearnerProviders.of(known), known);
    }

    private <X, Y> Learner<X> learner(LearnerProvider<Y> provider, Object known) {
        if (madeAnew) {
            return new AdaptedLearner<>(provider, () -> provider.learner(next(), Sharing.EXCLUSIVE));
        }
        Learner<Y> shared = provider.learner(known, Sharing.SHARED);
        return new AdaptedLearner<>(provider, () -> shared);
    }

    private Object made() {
        return Objects.requireNonNull(source.get(), "the source of trainers gave null");
    }

    private synchronized Object next() {
        Object next = first == null ? made() : first;
        first = null;
        if (!(next instanceof Learner<?>) && !given.add(next)) {
            throw new IllegalArgumentException("the source of trainers gave the same "
                    + next.getClass().getName() + " twice; make a new one at each call, or give the trainer itself");
        }
        return next;
    }

    @SuppressWarnings("unchecked") // what inputs a learner takes shows at its first call only
    private static <X> Learner<X> typed(Object learner) {
        return (Learner<X>) learner;
    }

    /** A learner that asks for a new learner at each fit. */
    private record Renewed<X>(Trainers trainers) implements Learner<X> {

        @Override
        public Predictor<X> fit(Training<X> training) throws Exception {
            return Trainers.<X>typed(trainers.next()).fit(training);
        }
    }
}
