package dev.assay.maven;

import dev.assay.result.ResultException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have: where results are, a way to be skipped, and errors in the words of who found them. */
abstract class AbstractAssayMojo extends AbstractMojo {

    /** Where a history is unless told otherwise: modules of one build share it. */
    static final String HISTORY_FILE = "${session.executionRootDirectory}/assay-history.jsonl";

    private static final String POM = "pom";

    /** Skips the goal. */
    @Parameter(property = "assay.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The folder of results, relative to a module's folder. Unless set, it is <code>assay</code> in the module's build folder,
     * where model tests write by default.
     */
    @Parameter(property = "assay.output")
    private @Nullable String resultsDirectory;

    /** The folder of accepted baselines, relative to a module's folder. */
    @Parameter(property = "assay.baselines", defaultValue = "assay-baselines")
    private String baselinesDirectory;

    @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
    private boolean skipTests;

    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    private boolean skipTestsAndTheirCompilation;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    AbstractAssayMojo() {}

    /** Runs the goal unless it is skipped. */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Assay is skipped (assay.skip)");
            return;
        }
        try {
            run();
        } catch (ResultException | IllegalArgumentException | UncheckedIOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Does what the goal is for. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    final boolean isSkipped() {
        return skip;
    }

    /** Tells whether results, if there are any, are of an earlier build. */
    final boolean testsAreSkipped() {
        return skipTests || skipTestsAndTheirCompilation;
    }

    /** Returns where this module has what is read; none if it is only a parent of others. */
    final List<ModuleFolders> thisModule() {
        return POM.equals(project.getPackaging()) ? List.of() : List.of(folders(project));
    }

    /** Returns where a module has what is read. */
    final ModuleFolders folders(MavenProject module) {
        Path base = module.getBasedir().toPath();
        Path build = base.resolve(module.getBuild().getDirectory());
        return new ModuleFolders(
                module.getArtifactId(),
                resultsDirectory == null ? build.resolve("assay") : base.resolve(resultsDirectory),
                base.resolve(module.getBuild().getTestOutputDirectory()),
                base.resolve(baselinesDirectory));
    }
}
