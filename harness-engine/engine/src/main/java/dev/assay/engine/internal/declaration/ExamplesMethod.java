package dev.assay.engine.internal.declaration;

import java.lang.reflect.Method;

/**
 * The method that gives the examples.
 *
 * @param method the method
 * @param name the name of the data set
 */
public record ExamplesMethod(Method method, String name) {}
