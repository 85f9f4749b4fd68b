package dev.assay.progress;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how evaluations that take longer than two seconds show what is done and what is left, such as "forest on
 * digits: 17 of 30 folds, 12 s, about 9 s left".
 */
public enum Progress {
    /** As a line that is updated if there is a terminal, and as plain lines elsewhere. */
    AUTO,
    /** As one line that is updated, for all candidates that are being evaluated, on the terminal or else on the standard error. */
    LINE,
    /** As a line for each candidate that is being evaluated, every five seconds, on the standard error. */
    PLAIN,
    /** Not at all. */
    OFF;

    /** The system property that says how progress is shown where nothing else does; not at all by default. */
    public static final String PROPERTY = "assay.progress";

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    /** What all runs of a JVM share, made when first needed. */
    private static final class Boards {

        static final ProgressBoard PLAIN = ProgressBoard.ofLines(Timer.system(), Progress::printToStandardError);
        static final ProgressBoard LINE =
                new ProgressBoard(Timer.system(), new TerminalLine(line(), width(System.getenv("COLUMNS"))));

        private Boards() {}
    }

    /**
     * Reads a setting.
     *
     * @param setting the name in any case: "auto", "line", "plain" or "off"
     * @return what it says; empty if it is none of these
     */
    public static Optional<Progress> named(String setting) {
        return Arrays.stream(values())
                .filter(value -> value.toString().equals(setting.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Reads the system property.
     *
     * @return what it says; {@link #OFF} if it says nothing
     * @throws IllegalArgumentException if it makes no sense
     */
    public static Progress ofProperty() {
        String setting = System.getProperty(PROPERTY, "").strip();
        return setting.isEmpty()
                ? OFF
                : named(setting)
                        .orElseThrow(() -> new IllegalArgumentException(PROPERTY + " must be one of "
                                + Arrays.stream(values())
                                        .map(Progress::toString)
                                        .collect(Collectors.joining(", "))
                                + ", not \"" + setting + "\""));
    }

    /**
     * Returns where it is shown.
     *
     * @return the board that all runs of this JVM share; empty if there is none
     */
    public Optional<ProgressBoard> board() {
        return switch (this) {
            case AUTO -> Optional.of(Terminal.console().isPresent() ? Boards.LINE : Boards.PLAIN);
            case LINE -> Optional.of(Boards.LINE);
            case PLAIN -> Optional.of(Boards.PLAIN);
            case OFF -> Optional.empty();
        };
    }

    /** The terminal itself can neither be redirected to a file nor captured by a test. */
    private static Consumer<String> line() {
        return Terminal.console()
                .<Consumer<String>>map(console -> text -> {
                    console.writer().print(text);
                    console.flush();
                })
                .orElse(Progress::printToStandardError);
    }

    /**
     * Takes the stream as it is now: Surefire and others put their own in its place, which shows what is printed at once; the
     * native one they use for themselves.
     */
    private static void printToStandardError(String text) {
        PrintStream stream = System.err;
        stream.print(text);
        stream.flush();
    }

    /** Reads the width of the terminal as shells tell it. */
    static int width(@Nullable String columns) {
        try {
            return columns == null ? USUAL_WIDTH : Math.max(LEAST_WIDTH, Integer.parseInt(columns.strip()));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
