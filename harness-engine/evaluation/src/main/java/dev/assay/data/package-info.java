/**
 * Examples and what is known of them.
 *
 * <p>A {@link dev.assay.data.Dataset} is an ordered, immutable list of inputs with their {@link dev.assay.data.Targets}:
 * labels from a declared vocabulary ({@link dev.assay.data.Labels}) or numbers. A {@link dev.assay.data.Table} is a data
 * set whose inputs are {@link dev.assay.data.Row}s of named, typed columns, as {@link dev.assay.data.CsvDataset} reads
 * them from a file. {@link dev.assay.data.TextFolder} reads texts from files in a folder for each label, and {@link
 * dev.assay.data.LabelledFiles} finds such files. {@link dev.assay.data.Fingerprint} identifies content, {@link dev.assay.data.Seed} is the root of
 * every random choice. This package uses nothing else of Assay.
 */
@NullMarked
package dev.assay.data;

import org.jspecify.annotations.NullMarked;
