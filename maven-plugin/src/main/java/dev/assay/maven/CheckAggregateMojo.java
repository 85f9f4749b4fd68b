package dev.assay.maven;

import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Does what <code>check</code> does, for the results of several modules together: of this one, of those that it is a parent of,
 * and of those in the same build that it depends on. A rule must match a result of any of them.
 *
 * <p>Run it after the modules: <code>mvn verify assay:check-aggregate</code>, or bind it in a module that depends on the others.
 */
@Mojo(name = "check-aggregate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, aggregator = true)
public final class CheckAggregateMojo extends AbstractCheckMojo {

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Made by Maven. */
    public CheckAggregateMojo() {}

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        check(Modules.of(session(), project(), execution).stream()
                .map(this::folders)
                .toList());
    }
}
