package dev.assay.metric;

/** What a document adds to a user's gain at the top of the list. */
enum Gain {

    /** The relevance itself (Järvelin and Kekäläinen 2002), as scikit-learn has it. */
    LINEAR {
        @Override
        double of(double relevance) {
            return relevance;
        }
    },

    /** 2^relevance − 1 (Burges et al. 2005). */
    EXPONENTIAL {
        @Override
        double of(double relevance) {
            // strict, since Math.pow may differ in the last digit from machine to machine
            return StrictMath.pow(2, relevance) - 1;
        }
    };

    abstract double of(double relevance);
}
