package dev.assay.verdict;

import dev.assay.evaluation.Evaluation;
import dev.assay.serving.MeasurementOptions;

/** Something that a fitted model takes, or gives, and that can be measured. */
interface Budget {

    /** Returns what is measured, as a phrase such as "latency at the 95th percentile". */
    String name();

    /** Returns in which unit values are, such as "ms". */
    String unit();

    /** Measures an evaluation's model. */
    Measured measure(Evaluation evaluation, MeasurementOptions options);
}
