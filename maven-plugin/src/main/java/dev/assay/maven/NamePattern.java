package dev.assay.maven;

import java.util.regex.Pattern;

/** A name in which {@code *} stands for any characters, none included, and {@code ?} for one. */
final class NamePattern {

    private final String text;
    private final Pattern pattern;

    private NamePattern(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    static NamePattern of(String text) {
        return new NamePattern(text.strip());
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** Matches a class by its full name, or by its simple name if the pattern has no dot. */
    boolean matchesClass(String className) {
        return matches(className)
                || (text.indexOf('.') < 0 && matches(className.substring(className.lastIndexOf('.') + 1)));
    }

    @Override
    public String toString() {
        return text;
    }
}
