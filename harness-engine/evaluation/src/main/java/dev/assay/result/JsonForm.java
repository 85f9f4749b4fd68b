package dev.assay.result;

import java.nio.file.Path;

/**
 * A form of JSON file, of which there may be several versions.
 *
 * @param <T> what it holds
 * @param noun what a file of it is called
 * @param schema what stands at "schema" in files that this version reads
 * @param type what it holds
 */
record JsonForm<T>(String noun, String schema, Class<T> type) {

    static final JsonForm<Result> RESULT = new JsonForm<>("result", Result.SCHEMA, Result.class);
    static final JsonForm<ClassResult> CLASS = new JsonForm<>("class summary", ClassResult.SCHEMA, ClassResult.class);
    static final JsonForm<Timings> TIMINGS = new JsonForm<>("timings file", Timings.SCHEMA, Timings.class);

    /** Fails, naming the place, unless this is what stands at "schema". */
    void require(Path place, String found) {
        String versions = schema.substring(0, schema.indexOf('/') + 1);
        if (!found.startsWith(versions)) {
            throw new ResultException(place + ": not a " + noun + " of Assay: its \"schema\" is not " + versions + "…");
        }
        if (!found.equals(schema)) {
            throw new ResultException(place + ": has the form " + found + ", but this version of Assay reads " + schema
                    + "; use the version that wrote it");
        }
    }
}
