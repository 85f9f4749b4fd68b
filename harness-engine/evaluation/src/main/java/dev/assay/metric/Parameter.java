package dev.assay.metric;

import java.math.BigDecimal;

/** Parameters of metrics, as their names have them. */
final class Parameter {

    private Parameter() {}

    /** Writes a finite number with all its digits and no more: 0.1, 2. */
    static String text(double parameter) {
        return BigDecimal.valueOf(parameter).stripTrailingZeros().toPlainString();
    }
}
