/** The engine that runs model tests: {@link dev.assay.engine.internal.AssayTestEngine} wires its parts. */
@NullMarked
package dev.assay.engine.internal;

import org.jspecify.annotations.NullMarked;
