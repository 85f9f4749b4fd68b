package dev.assay.files;

import org.jspecify.annotations.Nullable;

/** Ids of examples: whole numbers as long as all are such, written as whole numbers are; else texts. */
final class IdColumn extends Column {

    private final IntPieces upper = new IntPieces();
    private final IntPieces lower = new IntPieces();
    private @Nullable TextColumn texts;

    IdColumn(String name) {
        super(name);
    }

    @Override
    void setWhole(int row, long number) {
        if (texts == null) {
            upper.set(row, (int) (number >> Integer.SIZE));
            lower.set(row, (int) number);
        } else {
            texts.setWhole(row, number);
        }
    }

    @Override
    void setText(int row, String text) {
        if (isWhole(text)) {
            setWhole(row, Long.parseLong(text));
        } else {
            textsUpTo(row).setText(row, text);
        }
    }

    /** Tells whether a whole number that is written again gives the same text. */
    private static boolean isWhole(String text) {
        return text.matches("0|-?[1-9][0-9]{0,17}");
    }

    private TextColumn textsUpTo(int row) {
        TextColumn known = texts;
        if (known == null) {
            known = new TextColumn(name());
            for (int earlier = 0; earlier < row; earlier++) {
                known.setText(earlier, Long.toString(number(earlier)));
            }
            texts = known;
        }
        return known;
    }

    @Override
    void setNumber(int row, double number) {
        setText(row, Double.toString(number));
    }

    @Override
    void setMissing(int row) {
        throw new CellException("is empty, but every row needs the id of its example");
    }

    boolean isOfNumbers() {
        return texts == null;
    }

    long number(int row) {
        return (long) upper.get(row) << Integer.SIZE | Integer.toUnsignedLong(lower.get(row));
    }

    String text(int row) {
        return texts == null ? Long.toString(number(row)) : texts.get(row);
    }
}
