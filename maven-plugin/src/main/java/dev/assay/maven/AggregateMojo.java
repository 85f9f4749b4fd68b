package dev.assay.maven;

import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Does what <code>report</code> does, for the results of several modules together: of this one, of those that it is a parent of,
 * and of those in the same build that it depends on.
 *
 * <p>Run it after the modules: <code>mvn verify assay:aggregate</code>, or bind it in a module that depends on the others.
 */
@Mojo(name = "aggregate", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true, aggregator = true)
public final class AggregateMojo extends AbstractReportMojo {

    /** Made by Maven. */
    public AggregateMojo() {}

    @Override
    String folder() {
        return "assay-aggregate";
    }

    @Override
    List<ModuleFolders> modules() throws MojoExecutionException {
        return Modules.of(session(), project(), execution()).stream()
                .map(this::folders)
                .toList();
    }

    @Override
    public String getName(Locale locale) {
        return "Model quality of all modules";
    }

    @Override
    public String getDescription(Locale locale) {
        return "How good the models of all modules are, by cross-validation in tests.";
    }
}
