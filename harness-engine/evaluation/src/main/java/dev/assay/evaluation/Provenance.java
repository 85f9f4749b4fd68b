package dev.assay.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The versions that a result depends on. */
final class Provenance {

    private static final String VERSION_FILE = "/META-INF/assay/version.properties";

    private Provenance() {}

    static SortedMap<String, String> versions(Map<String, String> ofLibrary) {
        SortedMap<String, String> versions = new TreeMap<>(ofLibrary);
        versions.put("java", Runtime.version().toString());
        versions.put("assay", ownVersion());
        return versions;
    }

    private static String ownVersion() {
        try (InputStream file = Provenance.class.getResourceAsStream(VERSION_FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar of assay-evaluation lacks " + VERSION_FILE);
            }
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
