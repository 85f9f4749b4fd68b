package dev.assay.evaluation;

import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.util.Objects;
import java.util.function.Supplier;

/** A named learner, or trainer of a library for which there is an adapter, to be evaluated. */
public final class Candidate {

    private final String name;
    private final Supplier<?> source;
    private final boolean madeAnew;
    private final Concurrency concurrency;

    private Candidate(String name, Supplier<?> source, boolean madeAnew, Concurrency concurrency) {
        this.name = name;
        this.source = source;
        this.madeAnew = madeAnew;
        this.concurrency = concurrency;
    }

    /**
     * Makes a candidate of a learner.
     *
     * @param name the name that messages and results use
     * @param learner the learner, which all folds share
     * @return the candidate
     */
    public static Candidate of(String name, Learner<?> learner) {
        return new Candidate(name, () -> learner, false, Concurrency.THREAD_SAFE);
    }

    /**
     * Makes a candidate of a learner or trainer that is made anew for each fold.
     *
     * @param name the name that messages and results use
     * @param source makes a new one at each call; called once for each fold before any is run
     * @return the candidate
     */
    public static Candidate of(String name, Supplier<?> source) {
        return new Candidate(name, source, true, Concurrency.THREAD_SAFE);
    }

    /**
     * Makes a candidate of a library's trainer. Each fold gets a copy of it; where that can't be had, give a supplier.
     *
     * @param name the name that messages and results use
     * @param trainer a trainer that an adapter on the class path knows
     * @return the candidate
     */
    public static Candidate of(String name, Object trainer) {
        return new Candidate(name, () -> trainer, false, Concurrency.THREAD_SAFE);
    }

    /**
     * Says whether folds may run at once.
     *
     * @param newConcurrency {@link Concurrency#THREAD_SAFE} unless told otherwise
     * @return a candidate that says so
     */
    public Candidate withConcurrency(Concurrency newConcurrency) {
        return new Candidate(name, source, madeAnew, newConcurrency);
    }

    /**
     * Returns the name.
     *
     * @return the name that messages and results use
     */
    public String name() {
        return name;
    }

    /** Asks for the learner or trainer of one more fold. */
    Object next() {
        return Objects.requireNonNull(source.get(), "its source gave null");
    }

    /** Returns a learner that takes inputs as they are, of whatever the source gives. */
    <X> Learner<X> learner() {
        return madeAnew ? Learners.of(this::next) : Learners.of(next());
    }

    /** Tells whether {@link #next} is meant to give another learner or trainer each time. */
    boolean isMadeAnew() {
        return madeAnew;
    }

    Concurrency concurrency() {
        return concurrency;
    }

    @Override
    public String toString() {
        return name;
    }
}
