/**
 * Lets models be cross-validated that a command trains: scikit-learn, PyTorch, R, or anything else that reads and writes files.
 *
 * <p>{@link dev.assay.adapters.python.CommandLearner} is a learner that runs a command for each fold. The command and Assay
 * talk through a folder; this is version 1 of how.
 *
 * <h2>The protocol, version 1</h2>
 *
 * <p>Each run gets a new folder, whose path is the command's last argument and the environment variable {@code ASSAY_FOLDER}.
 * In it are, in UTF-8:
 *
 * <ul>
 *   <li>{@code fold.json}, an object that tells what the run is about:
 *       <ul>
 *         <li>{@code protocol}: 1
 *         <li>{@code task}: {@code "labels"}, {@code "numbers"} or {@code "label sets"}
 *         <li>{@code seed}: a whole number from 0 to 2<sup>31</sup> - 1, the fold's own, from which all that is random should
 *             come: the upper bits of what {@code training.seed().derive("command")} gives
 *         <li>{@code features}: an array of objects with {@code name} and {@code type} ({@code "number"}, {@code "category"} or
 *             {@code "text"}), the columns of inputs in order
 *         <li>{@code truth}, {@code weight}, {@code group}: the names of these columns; {@code null} where there is none
 *         <li>{@code labels}: all labels in their order, also those that the training part lacks; {@code null} for numbers
 *         <li>{@code positive}: the label declared positive, or {@code null}
 *         <li>{@code train}, {@code validation}, {@code test}, {@code predictions}: the names of the files below; {@code
 *             validation} is {@code null} where there is none
 *         <li>{@code examples}: how many examples {@code test} has
 *       </ul>
 *   <li>{@code train.csv}: the training part. A line of column names; then features, {@code truth}, and {@code weight} and {@code
 *       group} where the data have them. A missing number is an empty cell ({@code ""} where it is alone in its line), an empty
 *       text is {@code ""}. A set of labels is a JSON array.
 *   <li>{@code validation.csv}: the validation part, if there is one, in the same columns
 *   <li>{@code test.csv}: what is to be predicted: the features and nothing else
 * </ul>
 *
 * <p>Arrays of numbers have the data set's feature names, or else {@code x0}, {@code x1} and so on; texts have one feature,
 * {@code text}. The command writes {@code predictions.csv} into the folder, with a line of column names and a row for each
 * example of {@code test.csv}, in its order or with a column {@code row} that says which, from 0. Labels: {@code predicted}, or
 * {@code score_<label>} for each label, or both; numbers: {@code predicted}, and {@code quantile_<level>} if there are some; sets
 * of labels: {@code predicted}. Other columns are not read. Then it exits with 0.
 *
 * <p>Versions of the protocol only add to {@code fold.json} as long as the number stays.
 */
@NullMarked
package dev.assay.adapters.python;

import org.jspecify.annotations.NullMarked;
