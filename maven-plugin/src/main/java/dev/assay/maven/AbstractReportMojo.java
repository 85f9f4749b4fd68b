package dev.assay.maven;

import dev.assay.report.History;
import dev.assay.result.ClassResults;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenMultiPageReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report, whosever results are in it: alone or as part of a site, which links to it.
 *
 * <p>Implements the report itself, since {@code AbstractMavenReport} of maven-reporting-impl 4 would, where it runs alone, fetch a
 * skin and copy that beside pages that need none.
 */
abstract class AbstractReportMojo extends AbstractAssayMojo implements MavenMultiPageReport {

    /** The title of the report. */
    @Parameter(property = "assay.title", defaultValue = "Model quality of ${project.name}")
    private String title;

    /** The folder of reports; in a site it is the site's. */
    @Parameter(defaultValue = "${project.build.directory}/reports", required = true)
    private File outputDirectory;

    /** Whether a Markdown summary is added to the page of a GitHub job, where <code>GITHUB_STEP_SUMMARY</code> names its file. */
    @Parameter(property = "assay.githubSummary", defaultValue = "true")
    private boolean githubSummary;

    /** Whether a model card is written for each candidate. */
    @Parameter(property = "assay.modelCards", defaultValue = "true")
    private boolean modelCards;

    /**
     * The file of a history, from which trends are drawn if it is there. Where <code>history</code> is to add this run first, its
     * goal must be listed before this one.
     */
    @Parameter(property = "assay.history", defaultValue = HISTORY_FILE)
    private File historyFile;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private @Nullable File siteDirectory;

    AbstractReportMojo() {}

    /** Names the folder within that of reports. */
    abstract String folder();

    /** Returns the modules whose results are reported on. */
    abstract List<ModuleFolders> modules() throws MojoExecutionException;

    @Override
    final void run() throws MojoExecutionException {
        List<ModuleResults> modules = ModuleResults.read(modules());
        List<ClassResults> results = ModuleResults.classes(modules);
        if (results.isEmpty()) {
            getLog().info("there are no results of model tests, and so no report");
            return;
        }
        write(modules);
        if (githubSummary) {
            GithubSummary.ofEnvironment(System::getenv).ifPresent(summary -> summary.add(results));
        }
    }

    private void write(List<ModuleResults> results) throws MojoExecutionException {
        ReportFiles files = new ReportFiles(
                getReportOutputDirectory().toPath().resolve(folder()),
                title,
                modelCards,
                History.in(historyFile.toPath()));
        if (files.areNewerThan(inputs())) {
            getLog().info("the report is up to date: " + files.index());
            return;
        }
        files.write(results);
        getLog().info("report: " + files.index());
    }

    /** Returns all that the report depends on: results, the history, the POM, which may configure it, and the plugin. */
    private List<Path> inputs() throws MojoExecutionException {
        List<Path> inputs = new ArrayList<>();
        modules().forEach(module -> inputs.add(module.results()));
        inputs.add(historyFile.toPath());
        if (project().getFile() != null) {
            inputs.add(project().getFile().toPath());
        }
        File plugin = execution.getMojoDescriptor().getPluginDescriptor().getPluginArtifact() == null
                ? null
                : execution
                        .getMojoDescriptor()
                        .getPluginDescriptor()
                        .getPluginArtifact()
                        .getFile();
        if (plugin != null) {
            inputs.add(plugin.toPath());
        }
        return inputs;
    }

    final MojoExecution execution() {
        return execution;
    }

    /** Writes the report into a site. */
    @Override
    public final void generate(Sink sink, SinkFactory sinkFactory, Locale locale) throws MavenReportException {
        writeToSite();
    }

    /** Writes the report into a site. */
    @Override
    @Deprecated
    public final void generate(Sink sink, Locale locale) throws MavenReportException {
        writeToSite();
    }

    private void writeToSite() throws MavenReportException {
        try {
            write(ModuleResults.read(modules()));
        } catch (MojoExecutionException | RuntimeException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    @Override
    public final boolean canGenerateReport() throws MavenReportException {
        try {
            return !isSkipped()
                    && !ModuleResults.classes(ModuleResults.read(modules())).isEmpty();
        } catch (MojoExecutionException | RuntimeException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    /** Names the page, without its ending; newer versions of the site plugin take it for the path, which is the same. */
    @Override
    @Deprecated
    public final String getOutputName() {
        return folder() + "/index";
    }

    @Override
    public final String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public final void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }

    @Override
    public final File getReportOutputDirectory() {
        return siteDirectory == null ? outputDirectory : siteDirectory;
    }

    /** The pages are complete, so that the site has nothing to render. */
    @Override
    public final boolean isExternalReport() {
        return true;
    }
}
