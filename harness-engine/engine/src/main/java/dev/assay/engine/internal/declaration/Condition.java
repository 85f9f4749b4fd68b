package dev.assay.engine.internal.declaration;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether something is left out. That is found out when it is first asked, which is when the class runs and not while tests are
 * only looked for; the answer then stays, so that all that runs has the same one.
 */
public final class Condition {

    /** Leaves nothing out. */
    static final Condition NONE = of(Optional::empty);

    private final Supplier<Optional<String>> source;
    private Optional<String> disabled = Optional.empty();
    private boolean isKnown;

    private Condition(Supplier<Optional<String>> source) {
        this.source = source;
    }

    static Condition of(Supplier<Optional<String>> source) {
        return new Condition(source);
    }

    /** Leaves out what this does, and what another does. */
    Condition or(Condition other) {
        return of(() -> disabled().or(other::disabled));
    }

    /**
     * Tells whether and why it is left out.
     *
     * @return the reason, not empty; nothing if it is not left out
     */
    public synchronized Optional<String> disabled() {
        if (!isKnown) {
            disabled = source.get();
            isKnown = true;
        }
        return disabled;
    }
}
