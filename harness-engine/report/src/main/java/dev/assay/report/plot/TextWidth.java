package dev.assay.report.plot;

/**
 * Measures texts by a table, since fonts differ from machine to machine. Each width is that of the wider of Helvetica and
 * DejaVu Sans, the two that sans-serif mostly means, so that texts are rather narrower than measured.
 */
final class TextWidth {

    /** The fonts that the table is about, in the order of preference. */
    static final String FAMILY = "Helvetica,Arial,sans-serif";

    /** By how much bold letters are wider at most, but for the capital I. */
    private static final double BOLD = 1.16;

    private static final int FIRST = 0x20;
    private static final int FIRST_LATIN_1 = 0xA0;

    /** In hundredths of an em, from U+0020. */
    private static final int[] ASCII = {
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
                84,
        84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79, 67, 79, 73, 67, 62, 74, 69, 99, 69,
                67,
        69, 40, 34, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64,
                60,
        82, 60, 60, 53, 64, 34, 64, 84
    };

    /** The same, from U+00A0. */
    private static final int[] LATIN_1 = {
        32, 41, 64, 64, 64, 64, 34, 56, 50, 100, 48, 62, 84, 37, 100, 56, 50, 84, 41, 41, 50, 64, 64, 32, 50, 41, 48,
                62, 97,
        97, 97, 62, 69, 69, 69, 69, 69, 69, 100, 73, 67, 67, 67, 67, 30, 30, 30, 30, 78, 75, 79, 79, 79, 79, 79, 84, 79,
                74,
        74, 74, 74, 67, 67, 63, 62, 62, 62, 62, 62, 62, 99, 55, 62, 62, 62, 62, 28, 28, 28, 28, 62, 64, 62, 62, 62, 62,
                62,
        84, 62, 64, 64, 64, 64, 60, 64, 60
    };

    private TextWidth() {}

    /** Returns the width of a text, in units of the size. */
    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
    }

    /** Returns the width of a bold text. */
    static double ofBold(String text, double size) {
        return of(text, size) * BOLD;
    }

    private static double em(int point) {
        if (point >= FIRST && point < FIRST + ASCII.length) {
            return ASCII[point - FIRST] / 100.0;
        }
        if (point >= FIRST_LATIN_1 && point < FIRST_LATIN_1 + LATIN_1.length) {
            return LATIN_1[point - FIRST_LATIN_1] / 100.0;
        }
        return joins(point) ? 0 : other(point);
    }

    private static double other(int point) {
        if (point >= 0x2010 && point <= 0x2027) {
            return quoteOrDash(point);
        }
        if (point == '−' || point == '≤' || point == '≥' || point == '×') {
            return 0.84;
        }
        if (point >= 0x100 && point < 0x530) {
            // Latin, Greek and Cyrillic letters are 0.7 wide on average, very few wider than an em
            return Character.isUpperCase(point) ? 0.95 : 0.75;
        }
        // emoji are wider than ideographs
        return point >= 0x1F000 && point < 0x20000 ? 1.35 : point < 0x2E80 ? 0.95 : 1.02;
    }

    private static double quoteOrDash(int point) {
        return switch (point) {
            case '–' -> 0.56;
            case '‘', '’', '‚' -> 0.33;
            case '“', '”', '„' -> 0.53;
            default -> 1;
        };
    }

    /** Tells whether a character stands on or joins its neighbours, and has no width of its own. */
    static boolean joins(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
