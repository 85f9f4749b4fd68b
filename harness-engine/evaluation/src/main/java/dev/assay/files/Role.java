package dev.assay.files;

/** What a column is for. */
enum Role {
    ROW("row"),
    REPEAT("repeat"),
    FOLD("fold"),
    TRUTH("truth"),
    PREDICTED("predicted"),
    WEIGHT("weight"),
    GROUP("group"),
    MODEL("model"),
    SCORE("score_"),
    QUANTILE("quantile_"),
    ATTRIBUTE("");

    /** The name, or how it begins, unless the file is said to have another. */
    final String conventional;

    Role(String conventional) {
        this.conventional = conventional;
    }

    /** Tells whether columns of this role are needed where examples are known otherwise. */
    boolean isOfPredictions() {
        return this == ROW || this == PREDICTED || this == SCORE || this == QUANTILE;
    }

    /** Tells whether several columns have this role, told apart by what follows in their names. */
    boolean isNamed() {
        return this == SCORE || this == QUANTILE || this == ATTRIBUTE;
    }
}
