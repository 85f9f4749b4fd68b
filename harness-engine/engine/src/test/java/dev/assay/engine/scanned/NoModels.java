package dev.assay.engine.scanned;

/** Is no test of any kind. */
class NoModels {

    void isThere() {}
}
