package dev.assay.evaluation;

import dev.assay.prediction.Predictions;
import dev.assay.resampling.Split;

/**
 * What the model of one fold predicted, wherever that was.
 *
 * @param split the fold's place and rows
 * @param predictions one for each of the split's test rows, in their order
 */
public record PredictedFold(Split split, Predictions predictions) {}
