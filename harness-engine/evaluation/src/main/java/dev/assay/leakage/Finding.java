package dev.assay.leakage;

import java.util.List;

/**
 * A leak, or what might be one.
 *
 * @param kind what was found
 * @param sentence what was found where, and what to do about it; names examples and columns, of many the first few only
 * @param count how many there are in all: examples, groups, splits or columns, as the kind says
 * @param rows the ids of the examples that the sentence names
 * @param columns the names of all columns concerned; none if it is not about columns
 * @param splits the places of the splits that the sentence names, such as "repeat 1, fold 3"; none if it is not about splits
 */
public record Finding(
        Kind kind, String sentence, int count, List<String> rows, List<String> columns, List<String> splits) {

    /** How sure it is that a finding is a leak. */
    public enum Severity {
        /** A leak, unless somebody knows better. */
        LEAK,
        /** Perhaps a leak: look at it. */
        HINT
    }

    /** What is found. */
    public enum Kind {
        /** Examples are tested by models that learnt from others with exactly the same inputs; counts tested examples. */
        DUPLICATES(Severity.LEAK),
        /** Groups have examples in both the test and the training part of a split; counts groups. */
        GROUP_ON_BOTH_SIDES(Severity.LEAK),
        /** Splits train on examples that come after the begin of their test part; counts splits. */
        TIME_BACKWARDS(Severity.LEAK),
        /** Columns of the inputs tell the target of every example; counts columns. */
        TARGET_AMONG_INPUTS(Severity.LEAK),
        /** Columns of the inputs look like ids of examples; counts columns. */
        ID_COLUMN(Severity.HINT),
        /** Something can't be looked for; counts the examples that this is about. */
        NOT_CHECKED(Severity.HINT);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /**
         * Tells how sure it is that a finding of this kind is a leak.
         *
         * @return the severity
         */
        public Severity severity() {
            return severity;
        }
    }

    /** Copies the lists. */
    public Finding {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        splits = List.copyOf(splits);
    }

    /**
     * Tells whether this is a leak and not only a hint.
     *
     * @return whether {@link LeakagePolicy#FAIL} fails because of it
     */
    public boolean isLeak() {
        return kind.severity() == Severity.LEAK;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
