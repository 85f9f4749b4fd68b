/**
 * Makes the tree of tests from what was selected, without calling any of it:
 * {@link dev.assay.engine.internal.discovery.ModelTestDiscovery} wires what resolves classes, checks and ids.
 */
@NullMarked
package dev.assay.engine.internal.discovery;

import org.jspecify.annotations.NullMarked;
