/**
 * What tests of the engine share.
 *
 * <p>Model tests that are only material for tests are nested classes named {@code …TestCase}, or top-level classes whose
 * names don't end in {@code Test}: Surefire asks our engine as well when it looks for tests, and would run them otherwise.
 */
package dev.assay.engine.testing;
