package dev.assay.data;

/** Targets that are finite numbers. */
public final class NumberTargets implements Targets {

    private final double[] values;

    NumberTargets(double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new InvalidDataException(
                        "row " + row + ": the target is " + values[row] + "; targets must be finite numbers");
            }
        }
        this.values = values;
    }

    @Override
    public String kind() {
        return "numbers";
    }

    @Override
    public int size() {
        return values.length;
    }

    /**
     * Returns an example's target.
     *
     * @param row from 0 to {@code size() - 1}
     * @return a finite number
     */
    public double value(int row) {
        return values[row];
    }

    /**
     * Returns all targets.
     *
     * @return a copy, one number for each example
     */
    public double[] values() {
        return values.clone();
    }

    @Override
    public NumberTargets select(int... rows) {
        double[] selected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return new NumberTargets(selected);
    }
}
