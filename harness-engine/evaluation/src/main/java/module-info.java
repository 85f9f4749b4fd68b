/** Evaluates models: data, resampling, metrics, statistics, evaluations, verdicts and results. Knows no test framework. */
module dev.assay.evaluation {
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    // tells how much a thread allocates
    requires jdk.management;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.statistics.interval;
    requires tools.jackson.databind;

    exports dev.assay.data;
    exports dev.assay.evaluation;
    exports dev.assay.files;
    exports dev.assay.leakage;
    exports dev.assay.learning;
    exports dev.assay.metric;
    exports dev.assay.prediction;
    exports dev.assay.progress;
    exports dev.assay.resampling;
    exports dev.assay.result;
    exports dev.assay.serving;
    exports dev.assay.statistics;
    exports dev.assay.tensors;
    exports dev.assay.tuning;
    exports dev.assay.verdict;

    opens dev.assay.result to
            tools.jackson.databind;

    uses dev.assay.files.TableFormat;
    uses dev.assay.learning.DatasetProvider;
    uses dev.assay.learning.LearnerProvider;
}
