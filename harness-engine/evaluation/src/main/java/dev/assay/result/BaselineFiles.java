package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The accepted evaluations of a folder that is meant to be under version control: {@code <class name>/<candidate>.json}, the
 * candidate's name percent-encoded. Their JSON schema is {@code META-INF/assay/baseline-1.schema.json} in this jar.
 *
 * <p>The system property or environment variable that says {@code accept} makes present evaluations the baselines. In model
 * tests the engine does all this; other tests {@link #attach} baselines to what they evaluated:
 *
 * <pre>{@code
 * Evaluation forest = CrossValidation.of(data).seed(42).evaluate("forest", () -> new Forest());
 * assertThatModel(BaselineFiles.in(Path.of("assay-baselines")).attach("org.clinic.ForestTest", forest)).hasNotRegressed();
 * }</pre>
 */
public final class BaselineFiles {

    /** The system property that may say {@code accept}; {@code compare} is the default. */
    public static final String PROPERTY = "assay.baseline";

    /** The environment variable that may say {@code accept}, where there is no such system property. */
    public static final String VARIABLE = "ASSAY_BASELINE";

    /** The word that asks for present evaluations to become the baselines. */
    public static final String ACCEPT = "accept";

    /** The word that asks for present evaluations to be compared with the baselines. */
    public static final String COMPARE = "compare";

    private static final String CI = "CI";

    private final Path directory;
    private final boolean accepting;
    private final boolean required;

    private BaselineFiles(Path directory, boolean accepting, boolean required) {
        this.directory = directory;
        this.accepting = accepting;
        this.required = required;
    }

    /**
     * Names the folder; it is made when the first baseline is accepted.
     *
     * @param directory such as {@code assay-baselines}
     * @return its baselines, which are accepted if the system property {@value #PROPERTY}, or else the environment variable
     *     {@value #VARIABLE}, says so
     * @throws IllegalArgumentException if these say anything else; the message tells what they may say
     */
    public static BaselineFiles in(Path directory) {
        return in(directory, System::getProperty, System::getenv);
    }

    static BaselineFiles in(
            Path directory, UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        String property = properties.apply(PROPERTY);
        boolean isUnset = property == null || property.isBlank();
        boolean accepting = isUnset
                ? isAccept("the environment variable " + VARIABLE, environment.apply(VARIABLE))
                : isAccept("the system property " + PROPERTY, property);
        String ci = environment.apply(CI);
        return new BaselineFiles(
                directory, accepting, ci != null && !ci.isBlank() && !ci.strip().equalsIgnoreCase("false"));
    }

    private static boolean isAccept(String source, @Nullable String value) {
        String word = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty() || word.equals(COMPARE)) {
            return false;
        }
        if (word.equals(ACCEPT)) {
            return true;
        }
        throw new IllegalArgumentException(source + " must be " + ACCEPT + " or " + COMPARE + ", not \"" + word + "\"");
    }

    /**
     * Says whether present evaluations become the baselines, whatever system property and environment say.
     *
     * @param isAccepting whether to accept instead of to compare
     * @return the same folder, used so
     */
    public BaselineFiles accepting(boolean isAccepting) {
        return new BaselineFiles(directory, isAccepting, required);
    }

    /**
     * Attaches the baseline of its candidate to an evaluation. If it is accepted, it is written at once.
     *
     * @param testClass a name for those who judge, by which baselines are told apart: the test class's
     * @param evaluation the evaluation
     * @return a view that can be judged by what was accepted before
     */
    public Evaluation attach(String testClass, Evaluation evaluation) {
        return evaluation.withBaseline(new BaselineFile(
                file(testClass, evaluation.candidate()), testClass, accepting, required, BaselineFile::write));
    }

    /**
     * Opens a baseline that is to be written when all checks have ended.
     *
     * @param testClass the class whose checks judge
     * @param candidate the candidate's name
     * @return the baseline, whether its file exists or not
     */
    public BaselineFile open(String testClass, String candidate) {
        return new BaselineFile(file(testClass, candidate), testClass, accepting, required, file -> {});
    }

    /**
     * Returns where a baseline is.
     *
     * @param testClass the class whose checks judge
     * @param candidate the candidate's name
     * @return the file, whether it exists or not
     */
    public Path file(String testClass, String candidate) {
        return directory.resolve(testClass).resolve(ResultFiles.encoded(candidate) + ".json");
    }

    /**
     * Lists the baselines of a class, to see whether all are still needed.
     *
     * @param testClass the class whose checks judge
     * @return the files, sorted; none if there is no such folder
     * @throws ResultException if the folder can't be read; the message names it
     */
    public List<Path> list(String testClass) {
        Path folder = directory.resolve(testClass);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new ResultException(folder + ": cannot be read: " + e, e);
        }
    }

    /** Reads a baseline, if there is one. */
    static Optional<byte[]> content(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ResultException(file + ": cannot be read: " + e, e);
        }
    }
}
