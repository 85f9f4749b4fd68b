package dev.assay.maven;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails the build if model tests' results are missing, out of date or not good enough, by what tests judged and by rules of the
 * POM. Reads results only; nothing is trained.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractCheckMojo {

    /** Made by Maven. */
    public CheckMojo() {}

    @Override
    void run() throws MojoFailureException {
        List<ModuleFolders> modules = thisModule();
        if (modules.isEmpty()) {
            getLog().debug("a module of packaging pom has no results to check");
            return;
        }
        check(modules);
    }
}
