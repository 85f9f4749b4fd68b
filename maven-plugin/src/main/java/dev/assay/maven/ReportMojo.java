package dev.assay.maven;

import java.util.List;
import java.util.Locale;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes an HTML report of model tests' results, a Markdown summary and model cards. Reads results only; nothing is trained.
 *
 * <p>Bound to a phase, it runs after integration tests and before <code>verify</code>, so that with Failsafe there is a report
 * though tests failed. In a site it is among the project's reports.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class ReportMojo extends AbstractReportMojo {

    /** Made by Maven. */
    public ReportMojo() {}

    @Override
    String folder() {
        return "assay";
    }

    @Override
    List<ModuleFolders> modules() {
        return thisModule();
    }

    @Override
    public String getName(Locale locale) {
        return "Model quality";
    }

    @Override
    public String getDescription(Locale locale) {
        return "How good models are, by cross-validation in tests.";
    }
}
