package dev.assay.adapters.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.FileProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.URLProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.Optional;
import org.tribuo.provenance.DataProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Finds a name for a data set in what Tribuo knows of its origin. */
final class DatasetName {

    private static final String UNNAMED = "data";
    private static final int LONGEST = 60;

    private DatasetName() {}

    static String of(DataProvenance provenance) {
        return find(provenance).orElse(UNNAMED);
    }

    private static Optional<String> find(DataProvenance provenance) {
        for (Pair<String, Provenance> entry : provenance) {
            Optional<String> name = name(entry.getA(), entry.getB());
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(String key, Provenance value) {
        if (value instanceof FileProvenance file) {
            return baseName(file.getValue().getName());
        }
        if (value instanceof URLProvenance url) {
            String path = url.getValue().getPath();
            return baseName(path.substring(path.lastIndexOf('/') + 1));
        }
        if (value instanceof StringProvenance text && key.equals(SimpleDataSourceProvenance.DESCRIPTION)) {
            return Optional.of(text.getValue().strip()).filter(DatasetName::isName);
        }
        // A part of other data, such as the training part of a split.
        return value instanceof DataProvenance inner ? find(inner) : Optional.empty();
    }

    private static Optional<String> baseName(String fileName) {
        int dot = fileName.indexOf('.');
        return Optional.of(dot > 0 ? fileName.substring(0, dot) : fileName).filter(DatasetName::isName);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.lines().count() == 1;
    }
}
