package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.engine.internal.declaration.ModelTestReader;
import dev.assay.engine.internal.declaration.ModelTestReader.Reading;
import dev.assay.engine.internal.declaration.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads each class once in a discovery, and reports each problem once. */
final class Declarations {

    private final ModelTestReader reader;
    private final Map<Class<?>, Optional<ModelTestClass>> known = new HashMap<>();
    private final Consumer<Problem> report;

    Declarations(boolean withScheduling, Consumer<Problem> report) {
        this.reader = new ModelTestReader(withScheduling);
        this.report = report;
    }

    boolean areOfInterest(Class<?> type) {
        return reader.isOfInterest(type);
    }

    boolean isGroup(Class<?> type) {
        return reader.isGroup(type);
    }

    /** Returns what a class declares; empty if it is not a model test, or has a fatal problem. */
    Optional<ModelTestClass> of(Class<?> type) {
        return known.computeIfAbsent(type, this::read);
    }

    private Optional<ModelTestClass> read(Class<?> type) {
        Reading reading = reader.read(type);
        reading.problems().forEach(report);
        return reading.declaration();
    }
}
