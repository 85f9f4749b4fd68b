/**
 * The annotations of model tests. Start with {@link dev.assay.engine.ModelTest}: its documentation shows a whole test class,
 * and each of its parts has an annotation of its own here. {@link dev.assay.engine.CheckParameterProvider} gives checks parameters of
 * further types.
 *
 * <p>The JUnit Platform finds the engine that runs such classes by itself, under the id {@code assay}: Maven, Gradle and IDEs
 * run them beside other tests. These configuration parameters of JUnit can be given as system properties, in
 * {@code junit-platform.properties}, or as the client that runs the tests has it:
 *
 * <table>
 * <caption>Configuration parameters</caption>
 * <tr><th>Parameter<th>Default<th>Meaning
 * <tr><td>{@code assay.parallelism}<td>number of processors<td>how many folds run at once, of all candidates together
 * <tr><td>{@code assay.output}<td>{@code target/assay} of the module that has the test class<td>the folder of result files
 * <tr><td>{@code assay.predictions}<td>{@code false}<td>{@code true} if result files are to keep all predictions
 * <tr><td>{@code assay.summary}<td>{@code on}<td>{@code off} if no table of a class's candidates, and nothing of gates that the data
 * can hardly decide, is to be printed
 * </table>
 *
 * <p>This package uses nothing of the engine. In {@code internal}, which is not exported, {@code declaration} reads what a
 * class declares, {@code execution} evaluates candidates and calls checks, {@code descriptor} is the tree of tests, and
 * {@code discovery} makes it from what was selected.
 */
@NullMarked
package dev.assay.engine;

import org.jspecify.annotations.NullMarked;
