/**
 * Turns results on disk into what people look at. It reads nothing but the files that a run of tests left behind, so that a
 * report can be made anywhere and at any time later.
 */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
