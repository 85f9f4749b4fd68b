package dev.assay.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what was judged of an evaluation, in order, the same judgement once; safe for use by several threads. */
public final class Ledger {

    private final Set<Judgement> judgements = new LinkedHashSet<>();

    /** Makes an empty ledger. */
    public Ledger() {}

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
