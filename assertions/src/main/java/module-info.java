/** Assertions on evaluated models: façades for AssertJ and Hamcrest over the criteria of the evaluation module. */
module dev.assay.assertions {
    requires transitive dev.assay.evaluation;
    requires transitive org.assertj.core;
    requires transitive static org.hamcrest;
    // AssertJ throws its AssertionFailedError, which shows expected and actual, where it is there
    requires org.opentest4j;

    exports dev.assay.assertions;
    exports dev.assay.assertions.hamcrest;
}
