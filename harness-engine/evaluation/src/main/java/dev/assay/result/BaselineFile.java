package dev.assay.result;

import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.BaselineStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file of one accepted evaluation. It is read once, when first needed, so that what is accepted meanwhile is not compared
 * with itself. Safe for use by several threads.
 */
public final class BaselineFile implements BaselineStore {

    private final Path file;
    private final String testClass;
    private final boolean accepting;
    private final boolean required;
    private final Consumer<BaselineFile> whenAccepted;
    private boolean isRead;
    private @Nullable Baseline before;
    private @Nullable Baseline accepted;
    private final List<String> remarks = new ArrayList<>();

    BaselineFile(
            Path file, String testClass, boolean accepting, boolean required, Consumer<BaselineFile> whenAccepted) {
        this.file = file;
        this.testClass = testClass;
        this.accepting = accepting;
        this.required = required;
        this.whenAccepted = whenAccepted;
    }

    /**
     * Reads the file.
     *
     * @return the baseline; empty if there is no such file
     * @throws ResultException if the file can't be read, is no baseline, or of a version that this one doesn't know, unless it
     *     is about to be replaced; the message names it and says what to do
     */
    @Override
    public synchronized Optional<Baseline> find() {
        if (!isRead) {
            before = read().orElse(null);
            isRead = true;
        }
        return Optional.ofNullable(before);
    }

    private Optional<Baseline> read() {
        try {
            return BaselineFiles.content(file).map(content -> BaselineJson.read(place(), content, remedy()));
        } catch (ResultException e) {
            if (accepting) {
                remarks.add("a baseline that could not be read is replaced: " + e.getMessage());
                return Optional.empty();
            }
            throw e;
        }
    }

    private String remedy() {
        return "restore it from version control, or accept anew: " + command();
    }

    @Override
    public boolean isAccepting() {
        return accepting;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public synchronized void accept(Baseline newly, String remark) {
        List<String> checks = find().map(Baseline::checks).orElse(List.of());
        accepted = (accepted == null ? newly : accepted.and(newly)).withChecks(checks);
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
        whenAccepted.accept(this);
    }

    /**
     * Returns what was accepted, and what became of a file that could not be read.
     *
     * @return sentences; none if nothing was accepted
     */
    public synchronized List<String> remarks() {
        return List.copyOf(remarks);
    }

    /**
     * Writes what was accepted, if anything was; otherwise the file stays as it is.
     *
     * @throws ResultException if it can't be written; the message names it
     */
    public synchronized void write() {
        if (accepted != null) {
            try {
                AtomicFiles.write(file, BaselineJson.bytes(accepted));
            } catch (IOException e) {
                throw new ResultException(place() + ": cannot be written: " + e, e);
            }
        }
    }

    /**
     * Says which checks judged what was accepted; those that judged it before stay if they could again.
     *
     * @param judging the names of the checks that judged in this run
     * @param existing the names of all checks that there are
     */
    public synchronized void judgedBy(List<String> judging, List<String> existing) {
        if (accepted != null) {
            TreeSet<String> checks = new TreeSet<>(judging);
            accepted.checks().stream().filter(existing::contains).forEach(checks::add);
            accepted = accepted.withChecks(List.copyOf(checks));
        }
    }

    @Override
    public String testClass() {
        return testClass;
    }

    @Override
    public String place() {
        return shown(file);
    }

    /**
     * Names a file as a reader at the project's folder would.
     *
     * @param file any file
     * @return its path, relative to the working directory where it is below that
     */
    public static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath();
        Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    @Override
    public String command() {
        String name = testClass.substring(testClass.lastIndexOf('.') + 1);
        // a shell would take the name of a nested class for a variable
        String selected = name.contains("$") ? "'-Dtest=" + name + "'" : "-Dtest=" + name;
        return "mvn test " + selected + " -D" + BaselineFiles.PROPERTY + "=" + BaselineFiles.ACCEPT;
    }

    /**
     * Reads any file as a baseline.
     *
     * @param file the file
     * @return the baseline
     * @throws ResultException if the file can't be read, is no baseline, or of a version that this one doesn't know; the
     *     message names it and says what to do
     */
    public static Baseline read(Path file) {
        byte[] content =
                BaselineFiles.content(file).orElseThrow(() -> new ResultException(shown(file) + ": no such file"));
        return BaselineJson.read(shown(file), content, "restore it from version control, or accept anew");
    }
}
