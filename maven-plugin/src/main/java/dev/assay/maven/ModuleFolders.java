package dev.assay.maven;

import java.nio.file.Path;

/**
 * Where a module has what goals read.
 *
 * @param name the module's name, for messages
 * @param results the folder of results
 * @param testClasses the folder of compiled test classes, whether it is there or not
 * @param baselines the folder of accepted evaluations
 */
record ModuleFolders(String name, Path results, Path testClasses, Path baselines) {}
