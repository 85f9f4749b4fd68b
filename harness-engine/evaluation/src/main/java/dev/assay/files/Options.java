package dev.assay.files;

import dev.assay.prediction.ScoreMeaning;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that a reader is told; changed on a copy only, before anyone else sees it. */
final class Options {

    final Path file;
    /** What columns are called in the file, by what they are called by convention. */
    Map<String, String> names = new HashMap<>();

    Set<String> ignored = new HashSet<>();
    char separator = ',';
    Task task = Task.LABELS;
    ScoreMeaning scores = ScoreMeaning.PROBABILITIES;
    boolean overlaps;
    /** Whether the examples are known otherwise, so that the file only has to say what was predicted for them. */
    boolean predictionsOnly;

    @Nullable
    List<String> labels;

    @Nullable
    String positive;

    @Nullable
    String candidate;

    @Nullable
    String dataName;

    Options(Path file) {
        this.file = file;
    }

    Options with(Consumer<Options> change) {
        Options copy = new Options(file);
        copy.names = new HashMap<>(names);
        copy.ignored = new HashSet<>(ignored);
        copy.separator = separator;
        copy.task = task;
        copy.scores = scores;
        copy.overlaps = overlaps;
        copy.predictionsOnly = predictionsOnly;
        copy.labels = labels;
        copy.positive = positive;
        copy.candidate = candidate;
        copy.dataName = dataName;
        change.accept(copy);
        return copy;
    }

    /** Returns what the file calls a column. */
    String name(String conventional) {
        return names.getOrDefault(conventional, conventional);
    }

    String fileName() {
        return String.valueOf(file.getFileName());
    }

    /** Returns the file's name without its extension. */
    String stem() {
        int dot = fileName().lastIndexOf('.');
        return dot > 0 ? fileName().substring(0, dot) : fileName();
    }
}
