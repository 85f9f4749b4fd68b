/**
 * Shows model tests in Allure reports: each criterion as a step, and plots and tables of each candidate as attachments.
 *
 * <p>{@link dev.assay.adapters.allure.AssayAllureListener} hears what Assay's engine reports. While a check's test is running,
 * its criteria become steps of the test case that Allure's own listener has begun. Plots need results, which are there at the
 * end of a class only, when its test cases are closed; they become a fixture that comes after all of them.
 */
@NullMarked
package dev.assay.adapters.allure;

import org.jspecify.annotations.NullMarked;
