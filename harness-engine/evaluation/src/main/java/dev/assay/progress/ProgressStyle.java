package dev.assay.progress;

import java.util.List;

/** How progress is shown. */
interface ProgressStyle {

    /** Returns how many nanoseconds lie between two calls of {@link #show} at least. */
    long interval();

    /** Shows where runs stand, at least one. */
    void show(List<RunState> runs);

    /** Takes away what can be. */
    void clear();
}
