/**
 * The Maven plugin. Mojos say which parameters there are and hand them on: {@code ModuleResults} is what a module's folder of
 * results holds, {@code Gate} judges it by {@code Rule}s through the criteria of {@code dev.assay.verdict}, {@code ReportFiles}
 * writes the report, and {@code Modules} finds what to aggregate. Nothing is trained or evaluated here: goals read JSON.
 */
@NullMarked
package dev.assay.maven;

import org.jspecify.annotations.NullMarked;
