package dev.assay.metric;

/** One label against the rest: counts, or sums of weights. */
record LabelCounts(double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {

    static LabelCounts of(ConfusionMatrix matrix, int label) {
        double hits = matrix.cell(label, label);
        double falsePositives = matrix.predicted(label) - hits;
        double falseNegatives = matrix.support(label) - hits;
        double trueNegatives = matrix.total() - matrix.support(label) - falsePositives;
        // sums of fractional weights are rounded: what is left of nothing is nothing
        return new LabelCounts(
                hits, falsePositives, falseNegatives, trueNegatives > 2 * Math.ulp(matrix.total()) ? trueNegatives : 0);
    }

    /** Adds up the counts of all labels. */
    static LabelCounts micro(ConfusionMatrix matrix) {
        double correct = matrix.correct();
        double wrong = matrix.total() - correct;
        return new LabelCounts(correct, wrong, wrong, (matrix.labels().size() - 1) * matrix.total() - wrong);
    }
}
