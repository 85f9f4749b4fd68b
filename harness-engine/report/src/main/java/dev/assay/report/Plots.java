package dev.assay.report;

import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import java.util.List;

/** Draws plots. */
final class Plots {

    private Plots() {}

    static List<Plot> of(ClassResults results) {
        return List.of();
    }

    static List<Plot> of(Result result) {
        return List.of();
    }
}
