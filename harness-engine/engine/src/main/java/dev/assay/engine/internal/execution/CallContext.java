package dev.assay.engine.internal.execution;

import dev.assay.data.Dataset;
import dev.assay.engine.CheckContext;
import dev.assay.engine.internal.declaration.CheckCall;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Optional;

/** What a provider of a parameter may know of the call. */
record CallContext(ClassRun shared, CheckCall call, Parameter parameter) implements CheckContext {

    @Override
    public Class<?> testClass() {
        return shared.type();
    }

    @Override
    public Optional<String> candidate() {
        return call.candidateName();
    }

    @Override
    public Dataset<?> examples() throws Exception {
        return shared.examples();
    }

    @Override
    public Path resultsFolder() {
        return shared.folder();
    }
}
