package dev.assay.engine.internal.declaration;

import java.util.Optional;
import org.junit.platform.engine.TestSource;

/**
 * Something that a user must know, or mend, before tests can run.
 *
 * @param source where it is, if it is in a class
 * @param message what it is, and what to do
 * @param isFatal whether nothing can be run until it is mended
 */
public record Problem(Optional<TestSource> source, String message, boolean isFatal) {}
