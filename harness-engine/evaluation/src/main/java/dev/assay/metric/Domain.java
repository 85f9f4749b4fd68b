package dev.assay.metric;

import dev.assay.data.NumberTargets;
import dev.assay.prediction.NumberPredictions;
import java.util.Optional;

/** The truths and predictions that a metric of numbers is defined for. Rows of weight 0 don't count here either. */
record Domain(Bound truth, Bound predicted) {

    /** Every number. */
    static final Domain ANY = new Domain(Bound.NONE, Bound.NONE);

    /** What numbers must be. */
    enum Bound {
        NONE(Double.NEGATIVE_INFINITY, true, ""),
        ABOVE_MINUS_ONE(-1, false, "above -1"),
        NOT_NEGATIVE(0, true, "at least 0"),
        POSITIVE(0, false, "above 0");

        private final double limit;
        private final boolean inclusive;
        private final String words;

        Bound(double limit, boolean inclusive, String words) {
            this.limit = limit;
            this.inclusive = inclusive;
            this.words = words;
        }

        boolean allows(double number) {
            return number > limit || (inclusive && number == limit);
        }

        /** Says what is wrong with a number that isn't allowed. */
        String violation(String what, double number) {
            return what + " is " + number + ", but must be " + words;
        }
    }

    /** Says which number is the first that the metric isn't defined for, if there is one. */
    Optional<String> violation(Outcomes outcomes) {
        if (this.equals(ANY)) {
            return Optional.empty();
        }
        NumberTargets truths = outcomes.numberTruth();
        NumberPredictions predictions = outcomes.numberPredictions();
        for (int row = 0; row < outcomes.size(); row++) {
            boolean allowed = truth.allows(truths.value(row)) && predicted.allows(predictions.value(row));
            if (!allowed && outcomes.weight(row) > 0) {
                return Optional.of(violation(row, truths.value(row), predictions.value(row)));
            }
        }
        return Optional.empty();
    }

    private String violation(int row, double truthValue, double predictedValue) {
        return truth.allows(truthValue)
                ? predicted.violation("the prediction of row " + row, predictedValue)
                : truth.violation("the truth of row " + row, truthValue);
    }
}
