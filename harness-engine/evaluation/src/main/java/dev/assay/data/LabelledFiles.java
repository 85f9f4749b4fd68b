package dev.assay.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds the files of a folder that has a sub-folder for each label. The base of {@link TextFolder}, and of readers of other
 * kinds of files.
 *
 * <pre>{@code
 * recordings/
 *   bird/  2024/a.wav, b.wav      labels are the names of the sub-folders, sorted;
 *   frog/  c.wav                  files may lie deeper
 *
 * Dataset<Path> recordings = LabelledFiles.of(Path.of("recordings"), ".wav").read();
 * }</pre>
 *
 * <p>Examples are ordered by label and then by path, compared as {@link String#compareTo} does, so that the order is the same on
 * every system; their ids are the paths below the folder, with {@code /} between names ({@code bird/2024/a.wav}). Two examples
 * are copies of each other if their files have the same bytes.
 *
 * <p>Files and folders whose names start with a dot are left out, and so are {@code Thumbs.db} and {@code desktop.ini}, which
 * Windows makes. A file with another suffix, a file beside the sub-folders and a sub-folder without files are errors, so that
 * no example gets lost unseen. Symbolic links are followed.
 */
public final class LabelledFiles {

    private static final List<String> MADE_BY_SYSTEMS = List.of("thumbs.db", "desktop.ini");

    private final Path folder;
    private final List<String> suffixes;
    private final boolean othersAreSkipped;

    private LabelledFiles(Path folder, List<String> suffixes, boolean othersAreSkipped) {
        this.folder = folder;
        this.suffixes = suffixes;
        this.othersAreSkipped = othersAreSkipped;
    }

    /**
     * Names the folder; nothing is looked at yet.
     *
     * @param folder a path, relative to the working directory or absolute
     * @param suffixes with which the names of files end, such as {@code .txt}, at least one; case doesn't matter
     * @return a reader to be told more
     */
    public static LabelledFiles of(Path folder, String... suffixes) {
        if (suffixes.length == 0) {
            throw new IllegalArgumentException("which files are meant? Name at least one suffix, such as \".txt\"");
        }
        return new LabelledFiles(
                folder,
                Arrays.stream(suffixes)
                        .map(suffix -> suffix.toLowerCase(Locale.ROOT))
                        .toList(),
                false);
    }

    /**
     * Leaves out files with other suffixes, which otherwise are an error.
     *
     * @return a reader that knows
     */
    public LabelledFiles skippingOthers() {
        return new LabelledFiles(folder, suffixes, true);
    }

    /**
     * Finds the files; none is opened.
     *
     * @return their paths with their labels, named after the folder
     * @throws InvalidDataException if there is no such folder, or it isn't as told; the message names the place
     */
    public Dataset<Path> read() {
        if (!Files.isDirectory(folder)) {
            throw new InvalidDataException(folder + ": no such folder; looked for " + folder.toAbsolutePath());
        }
        List<Path> files = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (String label : labels()) {
            Map<String, Path> ofLabel = files(folder.resolve(label));
            files.addAll(ofLabel.values());
            ofLabel.keySet().forEach(path -> {
                labels.add(label);
                ids.add(label + "/" + path);
            });
        }
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return Dataset.of(files, Targets.labels(labels))
                .named(name == null ? "data" : name.toString())
                .withIds(ids)
                .withContent((file, sink) -> sink.bytes(bytes(file)));
    }

    /**
     * Reads a file as a whole.
     *
     * @param file the file
     * @return its bytes
     * @throws InvalidDataException if it can't be read; the message names it
     */
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InvalidDataException unreadable(Path path, Exception e) {
        return new InvalidDataException(path + ": cannot be read: " + e, e);
    }

    private SortedSet<String> labels() {
        SortedSet<String> labels = new TreeSet<>();
        try (Stream<Path> children = Files.list(folder)) {
            children.filter(child -> !isLeftOut(child)).forEach(child -> {
                if (Files.isDirectory(child)) {
                    labels.add(child.getFileName().toString());
                } else if (isWanted(child)) {
                    throw new InvalidDataException(
                            child + ": a file beside the folders of labels; move it into that of its " + "label: "
                                    + folder + "/<label>/" + child.getFileName());
                }
            });
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(folder, e);
        }
        if (labels.isEmpty()) {
            throw new InvalidDataException(folder
                    + ": no folders in it; there must be one for each label, with its files: " + folder + "/<label>/…");
        }
        return labels;
    }

    /** Returns the files below a folder by their paths from there, sorted. */
    private Map<String, Path> files(Path ofLabel) {
        Map<String, Path> files = new TreeMap<>();
        Consumer<Path> add = path -> {
            Path below = ofLabel.relativize(path);
            if (!Files.isDirectory(path) && !isAnyLeftOut(below) && isWanted(path)) {
                files.put(joined(below), path);
            }
        };
        try (Stream<Path> paths = Files.walk(ofLabel, FileVisitOption.FOLLOW_LINKS)) {
            paths.filter(path -> !path.equals(ofLabel)).forEach(add);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(ofLabel, e);
        }
        if (files.isEmpty()) {
            throw new InvalidDataException(ofLabel + ": no " + String.join(", ", suffixes)
                    + " file in the folder of a label; add some, or take the folder away");
        }
        return files;
    }

    private static boolean isAnyLeftOut(Path below) {
        return StreamSupport.stream(below.spliterator(), false).anyMatch(LabelledFiles::isLeftOut);
    }

    private static boolean isLeftOut(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || MADE_BY_SYSTEMS.contains(name.toLowerCase(Locale.ROOT));
    }

    private boolean isWanted(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (suffixes.stream().anyMatch(name::endsWith)) {
            return true;
        }
        if (othersAreSkipped) {
            return false;
        }
        throw new InvalidDataException(
                file + ": not one of the files that are read here (" + String.join(", ", suffixes)
                        + "); convert it, take it away, or leave out all such files with skippingOthers()");
    }

    private static String joined(Path below) {
        return StreamSupport.stream(below.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
