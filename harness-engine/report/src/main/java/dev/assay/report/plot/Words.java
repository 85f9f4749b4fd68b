package dev.assay.report.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that several plots need. */
final class Words {

    private Words() {}

    /** Quotes a name. */
    static String quoted(String name) {
        return "\"" + name + "\"";
    }

    /** Writes a value that is perhaps undefined. */
    static String value(@Nullable Double value) {
        return value == null ? "undefined" : Num.value(value);
    }

    /** Writes a count with its noun, such as "1 fold". */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Joins the first of many, and says how many others there are. */
    static String few(List<String> all, int most, String separator) {
        if (all.size() <= most) {
            return String.join(separator, all);
        }
        return String.join(separator, all.subList(0, most)) + separator + "and " + (all.size() - most) + " more";
    }
}
