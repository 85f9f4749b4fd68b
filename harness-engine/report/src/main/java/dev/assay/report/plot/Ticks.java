package dev.assay.report.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Round values on an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param values in ascending order
 * @param labels how they are written
 */
record Ticks(List<Double> values, List<String> labels) {

    private static final int[] STEPS = {1, 2, 5, 10};

    /** Finds as many as there is room for, at most. */
    static Ticks of(Domain domain, int most) {
        BigDecimal from = BigDecimal.valueOf(domain.from());
        BigDecimal to = BigDecimal.valueOf(domain.to());
        BigDecimal step = step(to.subtract(from), Math.max(1, most));
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        BigDecimal first = from.divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (BigDecimal tick = first; tick.compareTo(to) <= 0; tick = tick.add(step)) {
            values.add(tick.doubleValue());
            labels.add(Num.tick(tick, step));
        }
        return new Ticks(List.copyOf(values), List.copyOf(labels));
    }

    private static BigDecimal step(BigDecimal span, int most) {
        int exponent =
                span.precision() - span.scale() - 1 - String.valueOf(most).length();
        while (true) {
            for (int digit : STEPS) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                if (step.multiply(BigDecimal.valueOf(most)).compareTo(span) >= 0) {
                    return step;
                }
            }
            exponent++;
        }
    }

    double widest(double size) {
        return labels.stream()
                .mapToDouble(label -> TextWidth.of(label, size))
                .max()
                .orElse(0);
    }
}
