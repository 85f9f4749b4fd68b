package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.declaration.Problem;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/** Reports problems. The only class that needs what came with JUnit Platform 1.13, loaded when there is a problem. */
final class DiscoveryIssues {

    private DiscoveryIssues() {}

    static void report(Problem problem, EngineDiscoveryListener listener, UniqueId engine) {
        DiscoveryIssueReporter.forwarding(listener, engine)
                .reportIssue(
                        DiscoveryIssue.builder(problem.isFatal() ? Severity.ERROR : Severity.WARNING, problem.message())
                                .source(problem.source()));
    }
}
