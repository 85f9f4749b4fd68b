package dev.assay.engine.internal.declaration;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestTag;

/**
 * What Jupiter's annotations say of a class or method.
 *
 * @param displayName how it is shown, if that is said
 * @param tags its tags
 * @param condition whether it is left out
 */
record Marks(Optional<String> displayName, List<TestTag> tags, Condition condition) {}
