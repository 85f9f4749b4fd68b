package dev.assay.report.plot;

/** Writes texts into XML. */
final class Xml {

    private static final int REPLACEMENT = 0xFFFD;

    private Xml() {}

    /** Escapes a text for content and attributes; characters that XML doesn't allow are replaced, white space is a space. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(allowed(point));
        }
    }

    private static int allowed(int point) {
        if (point == '\n' || point == '\r' || point == '\t') {
            return ' ';
        }
        boolean control = point < ' ' || (point >= 0x7F && point < 0xA0);
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noCharacter = (point & 0xFFFE) == 0xFFFE;
        return control || surrogate || noCharacter ? REPLACEMENT : point;
    }
}
