package dev.assay.maven;

import dev.assay.evaluation.InconclusivePolicy;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Judges results, whosever they are. */
abstract class AbstractCheckMojo extends AbstractAssayMojo {

    /**
     * Demands on results. A rule has a pattern of test classes (<code>testClass</code>) and of candidates
     * (<code>candidate</code>), in which <code>*</code> and <code>?</code> are wildcards, and either a <code>metric</code> with
     * <code>minimum</code>, <code>maximum</code> or both, or <code>noRegression</code> with a <code>tolerance</code>; each perhaps
     * at a <code>confidence</code>. A rule that matches no result fails.
     * <pre>{@code
     * <rules>
     *   <rule>
     *     <testClass>*.TumourModelTest</testClass>
     *     <candidate>logistic*</candidate>
     *     <metric>f1</metric>
     *     <minimum>0.9</minimum>
     *     <confidence>0.95</confidence>
     *   </rule>
     *   <rule>
     *     <noRegression>true</noRegression>
     *     <tolerance>0.01</tolerance>
     *   </rule>
     * </rules>
     * }</pre>
     */
    @Parameter
    private List<Rule> rules = List.of();

    /** Whether the build fails; otherwise what is wrong is logged as warnings. */
    @Parameter(property = "assay.haltOnFailure", defaultValue = "true")
    private boolean haltOnFailure;

    /** Whether it is a failure that there are no results at all. */
    @Parameter(property = "assay.failIfNoResults", defaultValue = "true")
    private boolean failIfNoResults;

    /** Whether it is a failure that a result is older than its test class, or that there is no such class any more. */
    @Parameter(property = "assay.failIfStale", defaultValue = "true")
    private boolean failIfStale;

    /** Whether it is a failure that a test's own demand is not met, as where Failsafe or <code>testFailureIgnore</code> lets it pass. */
    @Parameter(property = "assay.failIfNotMet", defaultValue = "true")
    private boolean failIfNotMet;

    /** What becomes of rules that the evidence doesn't decide: <code>fail</code>, or <code>warn</code>, which lets them pass. */
    @Parameter(property = "assay.inconclusive", defaultValue = "fail")
    private String inconclusive;

    AbstractCheckMojo() {}

    /** Judges modules' results. */
    final void check(List<ModuleFolders> modules) throws MojoFailureException {
        if (testsAreSkipped()) {
            getLog().warn("tests are skipped, so nothing is checked");
            return;
        }
        Gate.Report report = Gate.judge(
                ModuleResults.read(modules),
                rules,
                new Gate.Options(failIfNoResults, failIfStale, failIfNotMet, policy()));
        report.warnings().forEach(getLog()::warn);
        if (report.failures().isEmpty()) {
            getLog().info(
                            report.met() == 1
                                    ? "1 demand on model quality is met"
                                    : report.met() + " demands on model quality are met");
            return;
        }
        String message = String.join(System.lineSeparator(), report.failures());
        if (haltOnFailure) {
            throw new MojoFailureException(message);
        }
        getLog().warn(message);
    }

    private InconclusivePolicy policy() {
        return InconclusivePolicy.named(inconclusive)
                .orElseThrow(() -> new IllegalArgumentException(
                        InconclusivePolicy.PROPERTY + " must be fail or warn, not \"" + inconclusive + "\""));
    }
}
