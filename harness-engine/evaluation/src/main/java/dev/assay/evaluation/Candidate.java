package dev.assay.evaluation;

import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** A named learner, or trainer of a library for which there is an adapter, to be evaluated. */
public final class Candidate {

    private final String name;
    private final Supplier<?> source;
    private final boolean madeAnew;
    private final Concurrency concurrency;
    private final OptionalDouble cost;

    private Candidate(String name, Supplier<?> source, boolean madeAnew, Concurrency concurrency, OptionalDouble cost) {
        this.name = name;
        this.source = source;
        this.madeAnew = madeAnew;
        this.concurrency = concurrency;
        this.cost = cost;
    }

    /**
     * Makes a candidate of a learner.
     *
     * @param name the name that messages and results use
     * @param learner the learner, which all folds share
     * @return the candidate
     */
    public static Candidate of(String name, Learner<?> learner) {
        return new Candidate(name, () -> learner, false, Concurrency.THREAD_SAFE, OptionalDouble.empty());
    }

    /**
     * Makes a candidate of a learner or trainer that is made anew for each fold.
     *
     * @param name the name that messages and results use
     * @param source makes a new one at each call; called once for each fold before any is run
     * @return the candidate
     */
    public static Candidate of(String name, Supplier<?> source) {
        return new Candidate(name, source, true, Concurrency.THREAD_SAFE, OptionalDouble.empty());
    }

    /**
     * Makes a candidate of a library's trainer. Each fold gets a copy of it; where that can't be had, give a supplier.
     *
     * @param name the name that messages and results use
     * @param trainer a trainer that an adapter on the class path knows
     * @return the candidate
     */
    public static Candidate of(String name, Object trainer) {
        return new Candidate(name, () -> trainer, false, Concurrency.THREAD_SAFE, OptionalDouble.empty());
    }

    /**
     * Says whether folds may run at once.
     *
     * @param newConcurrency {@link Concurrency#THREAD_SAFE} unless told otherwise
     * @return a candidate that says so
     */
    public Candidate withConcurrency(Concurrency newConcurrency) {
        return new Candidate(name, source, madeAnew, newConcurrency, cost);
    }

    /**
     * Says how costly or complex the candidate is, for rules that prefer the simplest of several: the number of parameters, the
     * size of the model, the price of a prediction. Only the order of costs counts.
     *
     * @param newCost in any unit, the same for all candidates; the simplest has the lowest
     * @return a candidate that says so
     * @throws IllegalArgumentException if the cost is not a finite number
     * @see SelectionRule
     */
    public Candidate withCost(double newCost) {
        if (!Double.isFinite(newCost)) {
            throw new IllegalArgumentException("the cost of \"" + name + "\" must be a finite number, not " + newCost);
        }
        return new Candidate(name, source, madeAnew, concurrency, OptionalDouble.of(newCost));
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

    OptionalDouble cost() {
        return cost;
    }

    Concurrency concurrency() {
        return concurrency;
    }

    @Override
    public String toString() {
        return name;
    }
}
