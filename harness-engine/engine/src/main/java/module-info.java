/** Runs model tests on the JUnit Platform. */
module dev.assay.engine {
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires transitive dev.assay.evaluation;
    requires transitive org.junit.platform.commons;
    requires org.junit.platform.engine;
    requires org.opentest4j;

    exports dev.assay.engine;

    uses dev.assay.engine.CheckParameterProvider;

    provides org.junit.platform.engine.TestEngine with
            dev.assay.engine.internal.AssayTestEngine;
}
