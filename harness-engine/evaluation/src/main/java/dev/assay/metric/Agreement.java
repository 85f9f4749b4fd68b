package dev.assay.metric;

import dev.assay.numeric.ExactSum;

/** Metrics of a whole confusion matrix: how far truth and prediction agree. */
final class Agreement {

    private Agreement() {}

    static MetricValue accuracy(ConfusionMatrix matrix) {
        return MetricValue.of(matrix.correct() / matrix.total());
    }

    static MetricValue errorRate(ConfusionMatrix matrix) {
        ExactSum wrong = new ExactSum();
        wrong.add(matrix.total());
        wrong.add(-matrix.correct());
        return MetricValue.of(wrong.value() / matrix.total());
    }

    static MetricValue balancedAccuracy(ConfusionMatrix matrix) {
        ExactSum recalls = new ExactSum();
        int count = 0;
        for (int label = 0; label < matrix.labels().size(); label++) {
            double support = matrix.support(label);
            if (support > 0) {
                recalls.add(matrix.cell(label, label) / support);
                count++;
            }
        }
        return MetricValue.of(recalls.value() / count);
    }

    /**
     * The covariance of truth and prediction over the root of their variances, all times the square of the total. Variances
     * are sums of what is positive, so that no rounding of fractional weights makes them 0 or negative.
     */
    static MetricValue matthews(ConfusionMatrix matrix) {
        ExactSum covariance = new ExactSum();
        ExactSum truthVariance = new ExactSum();
        ExactSum predictedVariance = new ExactSum();
        double total = matrix.total();
        for (int label = 0; label < matrix.labels().size(); label++) {
            double support = matrix.support(label);
            double predicted = matrix.predicted(label);
            covariance.addProduct(matrix.cell(label, label), total);
            covariance.addProduct(-support, predicted);
            truthVariance.addProduct(support, total - support);
            predictedVariance.addProduct(predicted, total - predicted);
        }
        if (isConstant(matrix, true) || isConstant(matrix, false)) {
            return MetricValue.of(0);
        }
        int exponent = -2 * Math.getExponent(total);
        double variances =
                Math.scalb(truthVariance.value(), exponent) * Math.scalb(predictedVariance.value(), exponent);
        return MetricValue.of(Math.scalb(covariance.value(), exponent) / Math.sqrt(variances));
    }

    private static boolean isConstant(ConfusionMatrix matrix, boolean truth) {
        int labels = 0;
        for (int label = 0; label < matrix.labels().size(); label++) {
            labels += (truth ? matrix.support(label) : matrix.predicted(label)) > 0 ? 1 : 0;
        }
        return labels < 2;
    }

    /** What a disagreement by some steps in the order of labels counts. */
    @FunctionalInterface
    interface Disagreement {

        double weight(int steps);
    }

    static MetricValue kappa(ConfusionMatrix matrix, Disagreement disagreement) {
        int k = matrix.labels().size();
        ExactSum observed = new ExactSum();
        ExactSum expected = new ExactSum();
        for (int truth = 0; truth < k; truth++) {
            for (int predicted = 0; predicted < k; predicted++) {
                double weight = disagreement.weight(Math.abs(truth - predicted));
                observed.addProduct(weight * matrix.cell(truth, predicted), matrix.total());
                expected.addProduct(weight * matrix.support(truth), matrix.predicted(predicted));
            }
        }
        double chance = expected.value();
        return chance > 0
                ? MetricValue.of(1 - observed.value() / chance)
                : MetricValue.undefined("truth and predictions are all the same label, so that chance agrees fully");
    }
}
