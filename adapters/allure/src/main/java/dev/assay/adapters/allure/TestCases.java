package dev.assay.adapters.allure;

import dev.assay.result.ReportedJudgement;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Allure's test cases of checks, those of each class by themselves, as several may run at once. */
final class TestCases {

    private final AllureLifecycle lifecycle = Allure.getLifecycle();
    private final Optional<String> reportUrl;
    private final Map<String, List<JudgedCase>> byClass = new ConcurrentHashMap<>();

    TestCases(Optional<String> reportUrl) {
        this.reportUrl = reportUrl;
    }

    /**
     * Adds a criterion to the test case that runs on this thread. There is none without Allure's own listener for the JUnit
     * Platform.
     */
    void add(TestedClass testedClass, ReportedJudgement judgement) {
        lifecycle.getCurrentTestCase().ifPresent(uuid -> {
            JudgedCase judged = new JudgedCase(uuid, judgement.candidate());
            List<JudgedCase> cases = byClass.computeIfAbsent(testedClass.id(), id -> new CopyOnWriteArrayList<>());
            boolean isNew = !cases.contains(judged);
            if (isNew) {
                cases.add(judged);
            }
            CriterionStep step = new CriterionStep(judgement);
            lifecycle.updateTestCase(uuid, test -> {
                CaseLabels.add(test, testedClass, judgement.candidate());
                reportUrl.ifPresent(url -> CaseLabels.link(test, url, testedClass));
                step.addTo(test);
            });
        });
    }

    /** Attaches what the results of a class show to all of its test cases. */
    void finish(TestedClass testedClass, Path folder) {
        List<JudgedCase> cases = byClass.remove(testedClass.id());
        if (cases != null) {
            new ClassEvidence(lifecycle, cases).write(folder);
        }
    }

    /**
     * A test case that judged a candidate.
     *
     * @param uuid Allure's id of the test case
     * @param candidate the candidate's name
     */
    record JudgedCase(String uuid, String candidate) {}
}
