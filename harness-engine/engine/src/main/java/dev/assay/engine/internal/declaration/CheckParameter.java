package dev.assay.engine.internal.declaration;

/** What a check is given in one place. */
public sealed interface CheckParameter permits Parameter, ProvidedParameter {}
