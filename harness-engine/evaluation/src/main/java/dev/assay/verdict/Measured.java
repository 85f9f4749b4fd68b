package dev.assay.verdict;

import dev.assay.statistics.QuantileEstimate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of a model.
 *
 * @param value the value; empty if it can't be measured here
 * @param estimate what is known of the value's uncertainty; empty if it is exact
 * @param things what was measured several times, such as "calls"
 * @param option by which of the options to measure more of them, such as "withCalls"
 * @param wanted how many of them were to be measured; more than there are if the time limit ended measuring
 * @param each about how long one of them takes; 0 if unknown
 * @param evidence what readers should know of the measurement, as a phrase; why there is none if there is no value
 * @param notes what limits the measurement, as sentences
 */
record Measured(
        OptionalDouble value,
        Optional<QuantileEstimate> estimate,
        String things,
        String option,
        int wanted,
        Duration each,
        String evidence,
        List<String> notes) {

    static Measured undefined(String reason) {
        return new Measured(OptionalDouble.empty(), Optional.empty(), "", "", 0, Duration.ZERO, reason, List.of());
    }

    static Measured exactly(double value, String evidence) {
        return new Measured(OptionalDouble.of(value), Optional.empty(), "", "", 0, Duration.ZERO, evidence, List.of());
    }

    static Measured of(
            QuantileEstimate estimate,
            String things,
            String option,
            int wanted,
            Duration each,
            String evidence,
            List<String> notes) {
        return new Measured(
                OptionalDouble.of(estimate.value()),
                Optional.of(estimate),
                things,
                option,
                wanted,
                each,
                evidence,
                notes);
    }
}
