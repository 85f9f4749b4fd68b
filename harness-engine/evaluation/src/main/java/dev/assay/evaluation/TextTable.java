package dev.assay.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Aligns cells in columns: the first to the left, the others to the right. */
public final class TextTable {

    private static final String GAP = "  ";
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    private TextTable() {}

    /**
     * Makes the text.
     *
     * @param rows rows of as many cells each
     * @return a line for each row, indented by two, each ended by a line feed
     */
    public static String of(List<List<String>> rows) {
        int[] widths = widths(rows);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - width(row.get(i)));
                line.append(GAP).append(i == 0 ? row.get(i) + padding : padding + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /**
     * Measures the text.
     *
     * @param rows rows of as many cells each
     * @return how many columns of a terminal its longest line may need
     */
    public static int width(List<List<String>> rows) {
        return Arrays.stream(widths(rows)).map(width -> GAP.length() + width).sum();
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    /**
     * Counts the columns that a terminal needs: two for East Asian wide characters, none for combining marks and for escape
     * sequences of colours.
     */
    private static int width(String text) {
        return COLOUR.matcher(text)
                .replaceAll("")
                .codePoints()
                .map(c -> {
                    int type = Character.getType(c);
                    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                        return 0;
                    }
                    Character.UnicodeScript script = Character.UnicodeScript.of(c);
                    boolean wide = Character.isIdeographic(c)
                            || script == Character.UnicodeScript.HANGUL
                            || script == Character.UnicodeScript.HIRAGANA
                            || script == Character.UnicodeScript.KATAKANA
                            || (c >= 0x3000 && c <= 0x303E)
                            || (c >= 0xFF01 && c <= 0xFF60)
                            || (c >= 0xFFE0 && c <= 0xFFE6)
                            || (c >= 0x1F300 && c <= 0x1FAFF);
                    boolean halfWidth = c >= 0xFF61 && c <= 0xFFDC;
                    return wide && !halfWidth ? 2 : 1;
                })
                .sum();
    }
}
