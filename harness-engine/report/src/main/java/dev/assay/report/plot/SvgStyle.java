package dev.assay.report.plot;

import java.util.List;
import java.util.stream.Collectors;

/** The one style element of drawings, which is for dark screens; paper gets the light colours of the attributes. */
public final class SvgStyle {

    private static final String BEGIN = "<style>";
    private static final String END = "</style>";

    /** The parts of a drawing that get other colours, by the end of their class names. */
    private static final List<Rule> DARK = List.of(
            new Rule("bg", "fill:#16191d"),
            new Rule("ink", "fill:#e8eaed"),
            new Rule("dim", "fill:#b3b9c1"),
            new Rule("grid", "stroke:#30363d"),
            new Rule("axis", "stroke:#7d8590"),
            new Rule("s", "stroke:#e8eaed"),
            new Rule("f", "fill:#e8eaed"),
            new Rule("sf", "fill:#e8eaed;stroke:#e8eaed"));

    private SvgStyle() {}

    private record Rule(String suffix, String declaration) {}

    /** Returns the style element of a drawing. */
    static String of(String name, String svg) {
        return DARK.stream()
                .filter(rule -> svg.contains("class=\"" + name + "-" + rule.suffix + "\""))
                .map(rule -> "." + name + "-" + rule.suffix + "{" + rule.declaration + "}")
                .collect(Collectors.joining("", BEGIN + "@media screen and (prefers-color-scheme:dark){", "}" + END));
    }

    /** Takes the style out of a drawing. */
    public static String without(String svg) {
        int begin = svg.indexOf(BEGIN);
        return begin < 0 ? svg : svg.substring(0, begin) + svg.substring(svg.indexOf(END, begin) + END.length());
    }

    /** Returns rules that serve all drawings inside of elements that a selector selects. */
    public static String rulesWithin(String selector) {
        return DARK.stream()
                .map(rule -> selector + " [class$=\"-" + rule.suffix + "\"]{" + rule.declaration + "}")
                .collect(Collectors.joining("", "@media screen and (prefers-color-scheme:dark){", "}"));
    }
}
