package dev.assay.metric;

import java.util.OptionalDouble;

/** What a metric gives: a number, or the reason why there is none. */
public sealed interface MetricValue {

    /**
     * A number.
     *
     * @param value a finite number
     */
    record Defined(double value) implements MetricValue {

        /** Checks that the number is finite. */
        public Defined {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a metric is a finite number or undefined, not " + value);
            }
        }

        @Override
        public OptionalDouble asOptional() {
            return OptionalDouble.of(value);
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /**
     * No number.
     *
     * @param reason why, as a clause such as "no example is \"malignant\""
     */
    record Undefined(String reason) implements MetricValue {

        @Override
        public OptionalDouble asOptional() {
            return OptionalDouble.empty();
        }

        @Override
        public String toString() {
            return "undefined: " + reason;
        }
    }

    /**
     * Makes a defined value.
     *
     * @param value a finite number
     * @return the value
     */
    static MetricValue of(double value) {
        return new Defined(value);
    }

    /**
     * Makes an undefined value.
     *
     * @param reason why there is no number
     * @return the value
     */
    static MetricValue undefined(String reason) {
        return new Undefined(reason);
    }

    /**
     * Returns the number, if there is one.
     *
     * @return the number, empty if undefined
     */
    OptionalDouble asOptional();
}
