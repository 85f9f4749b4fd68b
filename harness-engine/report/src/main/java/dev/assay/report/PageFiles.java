package dev.assay.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names pages by classes and writes them whole or not at all. */
final class PageFiles {

    static final String INDEX = "index.html";

    private static final String SUFFIX = ".html";

    /** In lower case, because some file systems don't tell cases apart. */
    private final Set<String> taken = new HashSet<>(Set.of(INDEX));

    /** Returns the name of a class's page. Modules of a build may have classes of the same name. */
    String nameFor(String testClass) {
        String encoded = encoded(testClass);
        String name = encoded + SUFFIX;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = encoded + "~" + number + SUFFIX;
        }
        return name;
    }

    /** Percent-encodes what can't be in a class's name, since results may come from anywhere. */
    private static String encoded(String testClass) {
        StringBuilder encoded = new StringBuilder();
        testClass.codePoints().forEach(c -> {
            boolean plain = (Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c))
                    || (c == '.' && encoded.length() > 0)
                    || c == '-';
            encoded.append(plain ? Character.toString(c) : percent(Character.toString(c)));
        });
        return encoded.toString();
    }

    /** Returns a relative link to a page. */
    static String link(String name) {
        StringBuilder link = new StringBuilder();
        name.codePoints().forEach(c -> {
            boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || "._-~$".indexOf(c) >= 0;
            link.append(plain ? Character.toString(c) : percent(Character.toString(c)));
        });
        return link.toString();
    }

    private static String percent(String text) {
        StringBuilder percent = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            percent.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return percent.toString();
    }

    static void write(Path file, String content) {
        try {
            WholeFile.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e, e);
        }
    }
}
