package dev.assay.maven;

import dev.assay.evaluation.Baseline;
import dev.assay.result.BaselineFile;
import dev.assay.result.BaselineFiles;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.verdict.AcceptedResult;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the results of the last run the baselines, with which later runs are compared. Nothing is trained again. Where there are
 * no results, a build of one module fails; of several, each module without results is warned of.
 *
 * <p>Predictions of single examples are kept only where results have them (<code>-Dassay.predictions=true</code>). Without them,
 * regressions are looked for by fold, which finds less than by example; tests that run with
 * <code>-Dassay.baseline=accept</code> keep all.
 */
@Mojo(name = "accept", threadSafe = true)
public final class AcceptMojo extends AbstractAssayMojo {

    /** Which classes' results are accepted: a pattern of full names, or of simple names if there is no dot in it. */
    @Parameter(property = "assay.testClass", defaultValue = "*")
    private String testClass;

    /** Which candidates' results are accepted: a pattern of names. */
    @Parameter(property = "assay.candidate", defaultValue = "*")
    private String candidate;

    /** Made by Maven. */
    public AcceptMojo() {}

    @Override
    void run() throws MojoExecutionException {
        for (ModuleFolders module : thisModule()) {
            accept(ModuleResults.read(module));
        }
    }

    private void accept(ModuleResults module) throws MojoExecutionException {
        List<Result> results = module.classes().stream()
                .map(ClassResults::results)
                .flatMap(List::stream)
                .filter(result -> NamePattern.of(testClass).matchesClass(result.testClass())
                        && NamePattern.of(candidate).matches(result.candidate()))
                .toList();
        if (results.isEmpty()) {
            String nothing = "there is nothing to accept in "
                    + BaselineFile.shown(module.module().results()) + " of test class " + testClass + " and candidate "
                    + candidate + "; run the model tests first";
            if (session().getProjects().size() == 1) {
                throw new MojoExecutionException(nothing);
            }
            // hardly any build has model tests in all its modules
            getLog().warn(nothing);
            return;
        }
        BaselineFiles files = BaselineFiles.in(module.module().baselines()).accepting(true);
        for (Result result : results) {
            Baseline accepted = AcceptedResult.of(result);
            BaselineFile file = files.open(result.testClass(), result.candidate());
            file.accept(accepted, "accepted");
            file.judgedBy(accepted.checks(), accepted.checks());
            file.write();
            getLog().info("accepted " + file.place()
                    + (accepted.rows() == null ? ", without predictions of single examples" : ""));
        }
    }
}
