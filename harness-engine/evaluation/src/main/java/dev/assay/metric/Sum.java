package dev.assay.metric;

/** A sum of many numbers with compensated rounding errors (Neumaier 1974). */
final class Sum {

    private double sum;
    private double compensation;

    void add(double value) {
        double next = sum + value;
        compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    double value() {
        return sum + compensation;
    }
}
