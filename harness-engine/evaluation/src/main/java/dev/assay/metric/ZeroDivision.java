package dev.assay.metric;

/** What precision, recall and F-beta of a label are where they would be 0/0. */
public enum ZeroDivision {
    /** 0, as in scikit-learn by default. */
    ZERO,
    /** 1. */
    ONE,
    /** Undefined; averages over labels leave such a label out. */
    UNDEFINED;

    MetricValue value(String reason) {
        return switch (this) {
            case ZERO -> MetricValue.of(0);
            case ONE -> MetricValue.of(1);
            case UNDEFINED -> MetricValue.undefined(reason);
        };
    }
}
