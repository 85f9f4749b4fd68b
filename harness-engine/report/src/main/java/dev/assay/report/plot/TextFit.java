package dev.assay.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Makes texts fit: wraps them at spaces, at ideographs and where nothing else helps, and ends what is too long in an ellipsis. */
final class TextFit {

    private static final String ELLIPSIS = "…";
    private static final int JOINER = 0x200D;

    private final ToDoubleFunction<String> measure;
    private final double width;

    private TextFit(ToDoubleFunction<String> measure, double width) {
        this.measure = measure;
        this.width = width;
    }

    /** Fits texts of a size into a width. */
    static TextFit of(double size, double width) {
        return new TextFit(text -> TextWidth.of(text, size), width);
    }

    /** Fits bold texts. */
    static TextFit ofBold(double size, double width) {
        return new TextFit(text -> TextWidth.ofBold(text, size), width);
    }

    /** Returns the text on one line. */
    String line(String text) {
        String clean = clean(text);
        return fits(clean) ? clean : cut(clean);
    }

    /** Returns the text on several lines, at most so many. */
    List<String> lines(String text, int most) {
        List<String> lines = new ArrayList<>();
        String rest = clean(text);
        while (!fits(rest) && lines.size() < most - 1) {
            int end = lineEnd(rest);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        lines.add(line(rest));
        return List.copyOf(lines);
    }

    /** Tells whether a text is shown whole on so many lines. */
    boolean showsWhole(String text, int most) {
        List<String> lines = lines(text, most);
        return !lines.get(lines.size() - 1).endsWith(ELLIPSIS) || clean(text).endsWith(ELLIPSIS);
    }

    /** Tells whether no word of the text has to be broken to be shown on so many lines. */
    boolean showsWords(String text, int most) {
        for (String word : clean(text).split(" ", -1)) {
            if (!fits(word)) {
                return false;
            }
        }
        return showsWhole(text, most);
    }

    private boolean fits(String text) {
        return measure.applyAsDouble(text) <= width;
    }

    private String cut(String text) {
        int end = longest(text, ELLIPSIS);
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** Returns where the longest part ends that fits with something behind it. */
    private int longest(String text, String behind) {
        int end = 0;
        for (int next = nextBreak(text, 0); next <= text.length(); next = nextBreak(text, next)) {
            if (!fits(text.substring(0, next) + behind)) {
                break;
            }
            end = next;
            if (next == text.length()) {
                break;
            }
        }
        return end;
    }

    private int lineEnd(String text) {
        int end = Math.max(longest(text, ""), nextBreak(text, 0));
        for (int at = end; at > 0; at = text.offsetByCodePoints(at, -1)) {
            if (at == text.length() || mayBreak(text.codePointBefore(at), text.codePointAt(at))) {
                return at;
            }
        }
        return end;
    }

    private static boolean mayBreak(int before, int after) {
        return before == ' ' || after == ' ' || before == '/' || Character.isIdeographic(after);
    }

    /** Returns the next place where no letter is torn apart. */
    private static int nextBreak(String text, int from) {
        int next = from;
        boolean joined = true;
        while (next < text.length() && joined) {
            int point = text.codePointAt(next);
            next += Character.charCount(point);
            joined = point == JOINER || (next < text.length() && TextWidth.joins(text.codePointAt(next)));
        }
        return next;
    }

    private static String clean(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
