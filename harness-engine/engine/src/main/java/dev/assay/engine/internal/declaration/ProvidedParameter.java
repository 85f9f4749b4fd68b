package dev.assay.engine.internal.declaration;

import dev.assay.engine.CheckParameterProvider;

/**
 * What a check is given by a provider of the users'.
 *
 * @param declared the parameter
 * @param provider who gives it
 */
public record ProvidedParameter(java.lang.reflect.Parameter declared, CheckParameterProvider<?> provider)
        implements CheckParameter {}
