package dev.assay.progress;

import java.io.Console;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whether somebody looks at what is printed, and whether that may be in colour. */
public final class Terminal {

    private Terminal() {}

    /** Returns the terminal, if there is one for certain: Java 22 to 24 give a console also where input and output are files. */
    static Optional<Console> console() {
        int version = Runtime.version().feature();
        return version >= 22 && version <= 24 ? Optional.empty() : Optional.ofNullable(System.console());
    }

    /**
     * Tells whether what is printed may be in colour.
     *
     * @return whether there is a terminal that knows colours, and neither {@code NO_COLOR} nor {@code CI} is set
     */
    public static boolean isColoured() {
        return isColoured(console().isPresent(), System::getenv);
    }

    static boolean isColoured(boolean isTerminal, UnaryOperator<@Nullable String> environment) {
        return isTerminal
                && isEmpty(environment.apply("NO_COLOR"))
                && isEmpty(environment.apply("CI"))
                && (knowsColours(environment.apply("TERM")) || !isEmpty(environment.apply("WT_SESSION")));
    }

    /** The old console of Windows, which has no {@code TERM}, shows escape sequences as they are. */
    private static boolean knowsColours(@Nullable String term) {
        return term != null && !term.isEmpty() && !term.equals("dumb");
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty();
    }
}
