package dev.assay.metric;

/** How many of the first documents count. */
record Cutoff(int k) {

    /** All count. */
    static final Cutoff NONE = new Cutoff(Integer.MAX_VALUE);

    Cutoff {
        if (k < 1) {
            throw new IllegalArgumentException("at least the first document must count, so that k can't be " + k);
        }
    }

    /** Returns how many documents of a tie count. */
    int within(RankedQuery query, int tie) {
        return Math.max(0, Math.min(query.size(tie), k - query.start(tie)));
    }

    @Override
    public String toString() {
        return "@" + k;
    }
}
