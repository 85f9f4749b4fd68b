package dev.assay.maven;

import dev.assay.report.History;
import dev.assay.result.ClassResults;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Adds the values of this run to a history: a file of JSON Lines, one for each run, that is committed or kept in a build's cache.
 * Modules of one build share a line. Reads results only; nothing is trained.
 */
@Mojo(name = "history", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class HistoryMojo extends AbstractAssayMojo {

    /** The history's file. */
    @Parameter(property = "assay.history", defaultValue = HISTORY_FILE, required = true)
    private File historyFile;

    /** What tells runs apart; the number of the CI service's build, or the time, unless set. */
    @Parameter(property = "assay.run")
    private @Nullable String run;

    /** The commit that was tested; what the CI service says unless set. */
    @Parameter(property = "assay.commit")
    private @Nullable String commit;

    /** Made by Maven. */
    public HistoryMojo() {}

    @Override
    void run() {
        if (testsAreSkipped()) {
            getLog().info("tests are skipped, so there is no run to add to the history");
            return;
        }
        List<ClassResults> results = ModuleResults.classes(ModuleResults.read(thisModule()));
        if (results.isEmpty()) {
            getLog().info("there are no results of model tests, and so nothing to add to the history");
            return;
        }
        RunIdentity identity =
                RunIdentity.of(run, commit, session().getStartTime().toInstant(), System::getenv);
        History.in(historyFile.toPath())
                .append(History.Run.of(identity.id(), identity.time(), identity.commit(), results));
        getLog().info("added run " + identity.id() + " to " + historyFile);
    }
}
