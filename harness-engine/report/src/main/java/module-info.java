/** Turns results on disk into plots, pages and Markdown. */
module dev.assay.report {
    requires transitive dev.assay.evaluation;
    requires static transitive org.jspecify;
    requires com.j2html;

    exports dev.assay.report;
}
