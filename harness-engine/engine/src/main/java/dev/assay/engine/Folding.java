package dev.assay.engine;

/** What the folds of {@link CrossValidate} are made of. */
public enum Folding {

    /**
     * Single examples, dealt at random, stratified where targets are labels or sets of labels unless {@link
     * CrossValidate#stratified} says no, and where they are numbers if {@link CrossValidate#bins} says so.
     */
    EXAMPLES,

    /**
     * Whole groups of examples, such as patients, dealt at random, none of them in both parts of a split; the data set must
     * have groups.
     */
    GROUPS,

    /**
     * Whole groups, dealt at random so that folds have the labels as nearly in the proportions of the whole as the groups allow;
     * the data set must have groups, and targets must be labels, or numbers that {@link CrossValidate#bins} puts into bins.
     */
    STRATIFIED_GROUPS,

    /** One example for each fold, which is never random; {@link CrossValidate#folds} means nothing. */
    LEAVE_ONE_OUT,

    /** One group for each fold, which is never random; {@link CrossValidate#folds} means nothing. */
    LEAVE_ONE_GROUP_OUT,

    /**
     * The last examples, each fold predicted from all that came before it, which is never random. The order is that of the time
     * stamps of the data set or, if it has none, that of its examples.
     */
    TIME_SERIES
}
