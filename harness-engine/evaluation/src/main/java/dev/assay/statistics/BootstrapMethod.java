package dev.assay.statistics;

/** How bounds are read off the replicates of a bootstrap. */
public enum BootstrapMethod {
    /** Takes quantiles of the replicates (Efron, "Bootstrap methods: another look at the jackknife", 1979). */
    PERCENTILE("percentile"),

    /**
     * Takes quantiles at levels that are corrected for bias and for a spread that changes with the value (bias-corrected and
     * accelerated; Efron, "Better bootstrap confidence intervals", 1987). The acceleration is the jackknife's.
     */
    BCA("BCa");

    final String words;

    BootstrapMethod(String words) {
        this.words = words;
    }
}
