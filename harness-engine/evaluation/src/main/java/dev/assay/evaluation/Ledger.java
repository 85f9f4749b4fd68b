package dev.assay.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what was judged of an evaluation, in order, the same judgement once; safe for use by several threads. */
public final class Ledger {

    private final Set<Judgement> judgements = new LinkedHashSet<>();
    private final @Nullable InconclusivePolicy policy;

    /** Makes an empty ledger that leaves it to the system property what becomes of inconclusive judgements. */
    public Ledger() {
        this.policy = null;
    }

    /**
     * Makes an empty ledger.
     *
     * @param policy what becomes of inconclusive judgements; whoever says so tells of those that are tolerated
     */
    public Ledger(InconclusivePolicy policy) {
        this.policy = policy;
    }

    /**
     * Returns what becomes of inconclusive judgements.
     *
     * @return the policy; empty if that is left to {@link InconclusivePolicy#ofProperty}
     */
    public Optional<InconclusivePolicy> policy() {
        return Optional.ofNullable(policy);
    }

    /**
     * Writes down a judgement.
     *
     * @param judgement what was judged
     */
    public synchronized void add(Judgement judgement) {
        judgements.add(judgement);
    }

    /**
     * Returns what was judged so far.
     *
     * @return a copy, in order
     */
    public synchronized List<Judgement> judgements() {
        return new ArrayList<>(judgements);
    }

    /**
     * Tells whether anything was judged.
     *
     * @return whether no judgement was written down
     */
    public synchronized boolean isEmpty() {
        return judgements.isEmpty();
    }
}
