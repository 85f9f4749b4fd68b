package dev.assay.adapters.allure;

import dev.assay.result.ReportedJudgement;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Adds to Allure's test cases what Assay's engine reports of checks. The JUnit Platform finds it by itself. Without Allure on the
 * class path, or without Allure's own listener for the JUnit Platform, it does nothing.
 */
public final class AssayAllureListener implements TestExecutionListener {

    /**
     * The configuration parameter with the address where the HTML report will be published; each test case then links to its
     * class's page there.
     */
    public static final String REPORT_URL = "assay.allure.report-url";

    private static final String ALLURE = "io.qameta.allure.AllureLifecycle";

    private @Nullable TestPlan plan;
    private @Nullable TestCases testCases;

    /** Makes a listener, as the JUnit Platform does. */
    public AssayAllureListener() {}

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
        testCases = isAllureThere()
                ? new TestCases(testPlan.getConfigurationParameters().get(REPORT_URL))
                : null;
    }

    private static boolean isAllureThere() {
        try {
            Class.forName(ALLURE, false, AssayAllureListener.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        TestCases cases = testCases;
        if (cases == null || plan == null) {
            return;
        }
        Optional<TestedClass> testedClass = TestedClass.of(plan, test);
        if (testedClass.isEmpty()) {
            return;
        }
        ReportedJudgement.read(entry.getKeyValuePairs())
                .ifPresent(judgement -> cases.add(testedClass.get(), judgement));
        String folder = entry.getKeyValuePairs().get(ReportedJudgement.RESULTS);
        if (folder != null) {
            try {
                cases.finish(testedClass.get(), Path.of(folder));
            } catch (InvalidPathException e) {
                // none of ours
                return;
            }
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        plan = null;
        testCases = null;
    }
}
