/**
 * The tree of tests: {@link dev.assay.engine.internal.descriptor.AssayEngineDescriptor} contains
 * {@link dev.assay.engine.internal.descriptor.ModelTestDescriptor classes}, these, and the {@link
 * dev.assay.engine.internal.descriptor.GroupDescriptor groups} in them,
 * {@link dev.assay.engine.internal.descriptor.CallDescriptor checks}, or, where one check is for several candidates, a
 * {@link dev.assay.engine.internal.descriptor.CheckDescriptor} that contains those, or a {@link
 * dev.assay.engine.internal.descriptor.StreamedCheckDescriptor} that gets them when it runs. Each node runs itself.
 */
@NullMarked
package dev.assay.engine.internal.descriptor;

import org.jspecify.annotations.NullMarked;
