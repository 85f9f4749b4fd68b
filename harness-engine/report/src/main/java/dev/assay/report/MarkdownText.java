package dev.assay.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes text of any origin into Markdown as GitHub and Hugging Face read it, so that it shows as it is. */
final class MarkdownText {

    private static final String SPECIAL = "\\`*_[]|~$#";

    private MarkdownText() {}

    /** Writes text into a paragraph or a cell of a table: on one line, without any mark-up of its own. */
    static String inline(String text) {
        StringBuilder escaped = new StringBuilder();
        oneLine(text).codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\').appendCodePoint(c);
            } else {
                html(escaped, c);
            }
        });
        return escaped.toString();
    }

    /** Writes text into HTML that stands in Markdown: on one line, without elements of its own. */
    static String html(String text) {
        StringBuilder escaped = new StringBuilder();
        oneLine(text).codePoints().forEach(c -> html(escaped, c));
        return escaped.toString();
    }

    private static void html(StringBuilder escaped, int c) {
        switch (c) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            // else GitHub takes it for somebody's name
            case '@' -> escaped.append("&#64;");
            default -> escaped.appendCodePoint(c);
        }
    }

    /** Writes text of several lines as it is, within a fence that none of its lines can end. */
    static String block(String text) {
        String fence = "`".repeat(Math.max(3, longestTicks(text) + 1));
        String lines = text.lines().map(MarkdownText::visible).collect(Collectors.joining("\n"));
        return fence + "text\n" + lines + "\n" + fence + "\n";
    }

    private static int longestTicks(String text) {
        int longest = 0;
        int current = 0;
        for (int i = 0; i < text.length(); i++) {
            current = text.charAt(i) == '`' ? current + 1 : 0;
            longest = Math.max(longest, current);
        }
        return longest;
    }

    /** Writes a row of a table; its cells are escaped already. */
    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Writes the head of a table with its first column to the left, and numbers in the others to the right. */
    static String head(List<String> cells) {
        String rule = IntStream.range(0, cells.size())
                .mapToObj(column -> column == 0 ? ":--" : "--:")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        return row(cells) + rule;
    }

    private static String oneLine(String text) {
        return visible(text.lines().map(String::strip).collect(Collectors.joining(" ")));
    }

    private static String visible(String line) {
        return line.codePoints()
                .filter(c -> c == '\t' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
