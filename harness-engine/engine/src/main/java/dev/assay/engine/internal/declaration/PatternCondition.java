package dev.assay.engine.internal.declaration;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One of Jupiter's conditions on a value of the JVM's surroundings, with the same meaning and words as there.
 *
 * @param annotation the simple name of the annotation
 * @param source where the value comes from
 * @param enables whether a match enables; it disables otherwise
 * @param named the name of the value
 * @param matches the regular expression that the whole value must match
 * @param disabledReason what users say of why, perhaps nothing
 */
record PatternCondition(
        String annotation, Source source, boolean enables, String named, String matches, String disabledReason) {

    /** Where values come from. */
    enum Source {
        PROPERTY("System property"),
        VARIABLE("Environment variable");

        private final String title;

        Source(String title) {
            this.title = title;
        }

        private Optional<String> value(String name) {
            return Optional.ofNullable(
                    switch (this) {
                        case PROPERTY -> System.getProperty(name);
                        case VARIABLE -> System.getenv(name);
                    });
        }
    }

    PatternCondition {
        named = named.strip();
    }

    /** Returns what is wrong with it, and what to do. */
    Optional<String> problem() {
        if (named.isEmpty()) {
            return Optional.of("has @" + annotation + " without a name; say by \"named\" what it is about");
        }
        String shown = "has @" + annotation + "(named = \"" + named + "\", matches = \"" + matches + "\")";
        if (matches.isBlank()) {
            return Optional.of(shown + "; give a regular expression, such as \".*\" for any value");
        }
        try {
            Pattern.compile(matches);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(shown + ", which is no regular expression: " + e.getDescription() + "; mend it");
        }
    }

    /** Looks at the value, and returns why it disables, if it does. */
    Optional<String> disabled() {
        String about = source.title + " [" + named + "]";
        Optional<String> value = source.value(named);
        if (value.isEmpty()) {
            return enables ? Optional.of(because(about + " does not exist")) : Optional.empty();
        }
        boolean isMatch = value.get().matches(matches);
        return isMatch == enables
                ? Optional.empty()
                : Optional.of(because(about + " with value [" + value.get() + "] "
                        + (isMatch ? "matches" : "does not match") + " regular expression [" + matches + "]"));
    }

    private String because(String reason) {
        return disabledReason.isBlank() ? reason : reason + " ==> " + disabledReason;
    }
}
