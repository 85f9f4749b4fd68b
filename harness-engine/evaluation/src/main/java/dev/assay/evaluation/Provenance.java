package dev.assay.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The versions that a result depends on. */
final class Provenance {

    private Provenance() {}

    static SortedMap<String, String> versions(Map<String, String> ofLibrary) {
        SortedMap<String, String> versions = new TreeMap<>(ofLibrary);
        versions.put("java", Runtime.version().toString());
        versions.put(
                "assay",
                Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion())
                        .or(() -> Optional.ofNullable(
                                        Provenance.class.getModule().getDescriptor())
                                .flatMap(descriptor -> descriptor.rawVersion()))
                        .orElse("unknown"));
        return versions;
    }
}
