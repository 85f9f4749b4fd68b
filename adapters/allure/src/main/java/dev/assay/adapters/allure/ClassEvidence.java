package dev.assay.adapters.allure;

import dev.assay.adapters.allure.TestCases.JudgedCase;
import dev.assay.report.Plot;
import dev.assay.report.Plots;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.ResultException;
import dev.assay.result.ResultFiles;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.FixtureResult;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResultContainer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Plots and tables of a class, attached to its test cases as fixtures that came after them: one for each candidate, of the test
 * cases that judged it, and one for all candidates together. Each file is written once, however many test cases show it.
 */
final class ClassEvidence {

    private final AllureLifecycle lifecycle;
    private final List<JudgedCase> cases;

    ClassEvidence(AllureLifecycle lifecycle, List<JudgedCase> cases) {
        this.lifecycle = lifecycle;
        this.cases = cases;
    }

    /** Attaches what a folder of results shows; if it can't be read, the report says so, but no test fails. */
    void write(Path folder) {
        List<String> all = cases.stream().map(JudgedCase::uuid).distinct().toList();
        try {
            ResultFiles.readClass(folder).ifPresent(results -> write(results, all));
        } catch (ResultException e) {
            FixtureResult fixture = fixture("Evidence", List.of())
                    .setStatus(Status.BROKEN)
                    .setStatusDetails(new StatusDetails().setMessage(e.getMessage()));
            write(fixture, all);
        }
    }

    private void write(ClassResults results, List<String> all) {
        for (Result result : results.results()) {
            List<String> judged = cases.stream()
                    .filter(one -> one.candidate().equals(result.candidate()))
                    .map(JudgedCase::uuid)
                    .distinct()
                    .toList();
            if (!judged.isEmpty()) {
                List<Attachment> attachments = plots(Plots.of(result));
                EvidenceTable.of(result).forEach(table -> attachments.add(csv(table)));
                write(fixture("Evidence: " + result.candidate(), attachments), judged);
            }
        }
        if (results.results().size() > 1) {
            List<Attachment> attachments = plots(Plots.of(results));
            attachments.add(csv(EvidenceTable.candidates(results)));
            write(fixture("Evidence: all candidates", attachments), all);
        }
    }

    private List<Attachment> plots(List<Plot> plots) {
        List<Attachment> attachments = new ArrayList<>();
        plots.forEach(plot -> attachments.add(attachment(plot.title(), "image/svg+xml", ".svg", plot.svg())));
        return attachments;
    }

    private Attachment csv(EvidenceTable table) {
        return attachment(table.title(), "text/csv", ".csv", table.csv());
    }

    private Attachment attachment(String name, String type, String extension, String content) {
        String source = UUID.randomUUID() + "-attachment" + extension;
        lifecycle.writeAttachment(source, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return new Attachment().setName(name).setType(type).setSource(source);
    }

    private static FixtureResult fixture(String name, List<Attachment> attachments) {
        long now = System.currentTimeMillis();
        return new FixtureResult()
                .setName(name)
                .setStatus(Status.PASSED)
                .setStage(Stage.FINISHED)
                .setStart(now)
                .setStop(now)
                .setAttachments(attachments);
    }

    private void write(FixtureResult fixture, List<String> children) {
        String uuid = UUID.randomUUID().toString();
        lifecycle.startTestContainer(new TestResultContainer()
                .setUuid(uuid)
                .setName(fixture.getName())
                .setChildren(new ArrayList<>(children))
                .setAfters(new ArrayList<>(List.of(fixture))));
        lifecycle.stopTestContainer(uuid);
        lifecycle.writeTestContainer(uuid);
    }
}
