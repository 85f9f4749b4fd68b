package dev.assay.verdict;

import dev.assay.evaluation.Evaluation;
import dev.assay.statistics.Estimate;
import dev.assay.statistics.FoldsEstimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalInt;

/** Says what would settle a demand that the evidence doesn't decide: more examples, or more repeats of a cross-validation. */
final class Settling {

    private static final int MOST_REPEATS = 1000;
    private static final double INFINITELY_MANY_FOLDS = 1e9;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.CEILING);

    private final Evaluation evaluation;
    private final Estimate estimate;
    private final double threshold;
    private final double level;

    private Settling(Evaluation evaluation, Estimate estimate, double threshold, double level) {
        this.evaluation = evaluation;
        this.estimate = estimate;
        this.threshold = threshold;
        this.level = level;
    }

    static String words(Evaluation evaluation, Estimate estimate, double threshold, double level) {
        return new Settling(evaluation, estimate, threshold, level).words();
    }

    private String words() {
        double growth = estimate.growthToSeparate(threshold, level);
        if (Double.isInfinite(growth)) {
            return "no number of examples would settle it at this value";
        }
        String examples = "about " + count(growth * evaluation.size()) + " examples would settle it at this value, "
                + String.format(Locale.ROOT, "%,d", evaluation.size()) + " are there";
        if (!(estimate instanceof FoldsEstimate ofFolds) || !evaluation.isRepeatable()) {
            return examples;
        }
        OptionalInt repeats = repeats(ofFolds);
        return examples
                + (repeats.isPresent()
                        ? "; about " + repeats.getAsInt() + " repeats would, too, "
                                + evaluation.repeats().size()
                                + (evaluation.repeats().size() == 1 ? " was made" : " were made")
                        : "; more repeats can't settle it, more examples can");
    }

    /** Rounds up to three digits, so that what is said would do. */
    static String count(double examples) {
        return String.format(Locale.ROOT, "%,d", roundedUp(examples));
    }

    static long roundedUp(double examples) {
        return BigDecimal.valueOf(Math.ceil(examples)).round(THREE_DIGITS).longValueExact();
    }

    /** Finds how many repeats would do; none if not even infinitely many, whose variance the training part's size limits. */
    private OptionalInt repeats(FoldsEstimate ofFolds) {
        double testToTrain = evaluation.testToTrain();
        if (!separates(ofFolds.ofFolds(INFINITELY_MANY_FOLDS, testToTrain))) {
            return OptionalInt.empty();
        }
        double foldsPerRepeat =
                (double) evaluation.folds().size() / evaluation.repeats().size();
        for (int repeats = evaluation.repeats().size() + 1; repeats <= MOST_REPEATS; repeats++) {
            if (separates(ofFolds.ofFolds(repeats * foldsPerRepeat, testToTrain))) {
                return OptionalInt.of(repeats);
            }
        }
        return OptionalInt.empty();
    }

    private boolean separates(FoldsEstimate ofFolds) {
        return ofFolds.growthToSeparate(threshold, level) <= 1;
    }
}
