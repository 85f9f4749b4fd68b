/**
 * Looks for leaks: ways in which what is tested was already known when models were trained.
 *
 * <p>A {@link dev.assay.leakage.LeakageGuard} looks at data and splits, whatever models make of them, and gives {@link
 * dev.assay.leakage.Finding}s. A {@link dev.assay.leakage.LeakagePolicy} says what becomes of these.
 */
@NullMarked
package dev.assay.leakage;

import org.jspecify.annotations.NullMarked;
