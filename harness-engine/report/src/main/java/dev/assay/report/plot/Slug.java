package dev.assay.report.plot;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Makes names for elements out of names that people gave. Different names stay different, but for chance. */
public final class Slug {

    private static final int LONGEST = 20;
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+( [a-z0-9]+)*");

    private Slug() {}

    /**
     * Turns a name into lower-case letters, digits and single hyphens.
     *
     * @param name any
     * @return the slug, never empty; with a checksum if more than spaces got lost
     */
    public static String of(String name) {
        if (name.length() <= LONGEST && PLAIN.matcher(name).matches()) {
            return name.replace(' ', '-');
        }
        String letters =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = letters.substring(0, Math.min(LONGEST, letters.length())).replaceAll("-$", "");
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        String hash = Long.toString(checksum.getValue(), Character.MAX_RADIX);
        return cut.isEmpty() ? "n" + hash : cut + "-" + hash;
    }
}
