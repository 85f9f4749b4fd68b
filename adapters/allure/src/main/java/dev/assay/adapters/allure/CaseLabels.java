package dev.assay.adapters.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a test case stands in a report: labels by which it is grouped, unless the user's annotations give others, and links. */
final class CaseLabels {

    private static final String EPIC = "Model quality";
    private static final String LINK = "Assay report";

    private CaseLabels() {}

    static void add(TestResult test, TestedClass testedClass, String candidate) {
        addUnlessGiven(test, ResultsUtils.createEpicLabel(EPIC));
        addUnlessGiven(test, ResultsUtils.createFeatureLabel(testedClass.displayName()));
        addUnlessGiven(test, ResultsUtils.createSuiteLabel(testedClass.displayName()));
        if (!candidate.isBlank()) {
            Label story = ResultsUtils.createStoryLabel(candidate);
            if (!test.getLabels().contains(story)) {
                test.getLabels().add(story);
            }
        }
    }

    private static void addUnlessGiven(TestResult test, Label label) {
        if (test.getLabels().stream().noneMatch(given -> label.getName().equals(given.getName()))) {
            test.getLabels().add(label);
        }
    }

    /** Links to the page of the class, once. */
    static void link(TestResult test, String reportUrl, TestedClass testedClass) {
        String base = reportUrl.endsWith("/") ? reportUrl : reportUrl + "/";
        String page = URLEncoder.encode(testedClass.name(), StandardCharsets.UTF_8) + ".html";
        Link link = new Link().setName(LINK).setUrl(base + page).setType("custom");
        if (!test.getLinks().contains(link)) {
            test.getLinks().add(link);
        }
    }
}
