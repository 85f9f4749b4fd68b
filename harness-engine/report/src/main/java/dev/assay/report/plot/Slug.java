package dev.assay.report.plot;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** Makes names for elements out of names that people gave. Different names stay different, but for chance. */
public final class Slug {

    private static final int LONGEST = 24;

    private Slug() {}

    /**
     * Turns a name into lower-case letters, digits and single hyphens.
     *
     * @param name any
     * @return the slug, never empty; with a checksum if more than spaces got lost
     */
    public static String of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
        if (cut.equals(name.replace(' ', '-'))) {
            return cut;
        }
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        String hash = String.format(Locale.ROOT, "%08x", checksum.getValue());
        return cut.isEmpty() ? "n" + hash : cut + "-" + hash;
    }
}
