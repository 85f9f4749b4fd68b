package dev.assay.metric;

/** What precision, recall and F-beta of a label are where they would be 0/0. */
public enum ZeroDivision {
    /** 0, as in scikit-learn by default. */
    ZERO(""),
    /** 1. */
    ONE(" (0/0 is 1)"),
    /** Undefined; averages over labels leave such a label out. */
    UNDEFINED(" (0/0 is undefined)");

    private final String suffix;

    ZeroDivision(String suffix) {
        this.suffix = suffix;
    }

    /** Returns what is added to a metric's name. */
    String suffix() {
        return suffix;
    }

    MetricValue value(String reason) {
        return switch (this) {
            case ZERO -> MetricValue.of(0);
            case ONE -> MetricValue.of(1);
            case UNDEFINED -> MetricValue.undefined(reason);
        };
    }
}
