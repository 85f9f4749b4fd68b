/** Turns results on disk into plots, pages and Markdown. */
module dev.assay.report {
    requires static transitive org.jspecify;
    requires transitive dev.assay.evaluation;
    requires tools.jackson.databind;
    requires com.j2html;

    exports dev.assay.report;
}
