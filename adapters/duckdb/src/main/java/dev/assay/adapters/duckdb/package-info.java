/**
 * Lets {@link dev.assay.files.PredictionFile} read Parquet, through DuckDB in the same process.
 *
 * <p>There is nothing to call: with this jar on the class path, {@code PredictionFile.of(Path.of("predictions.parquet"))} works.
 * DuckDB is only used as a reader. Its database is in memory and has nothing in it, and it neither downloads nor loads extensions.
 */
@NullMarked
package dev.assay.adapters.duckdb;

import org.jspecify.annotations.NullMarked;
