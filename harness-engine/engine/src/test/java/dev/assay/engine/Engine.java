package dev.assay.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs the engine as the platform does, by default without a summary and progress, and with result files out of the way. */
final class Engine {

    private final EngineTestKit.Builder builder;

    private Engine(Path output) {
        builder = EngineTestKit.engine("assay")
                .configurationParameter("assay.summary", "off")
                .configurationParameter("assay.progress", "off")
                .configurationParameter("assay.output", output.toString());
    }

    /** Writes result files to a folder. */
    static Engine writingTo(Path output) {
        return new Engine(output);
    }

    /** Discovers only. */
    static Engine discovering() {
        return new Engine(Path.of("target", "not-to-be-written"));
    }

    Engine with(String parameter, String value) {
        builder.configurationParameter(parameter, value);
        return this;
    }

    Engine with(Filter<?>... filters) {
        builder.filters(filters);
        return this;
    }

    EngineExecutionResults run(Class<?>... types) {
        return run(selectors(types));
    }

    EngineExecutionResults run(DiscoverySelector... selectors) {
        return builder.selectors(selectors).execute();
    }

    List<DiscoveryIssue> issues(Class<?>... types) {
        return discovery(selectors(types)).getDiscoveryIssues();
    }

    List<DiscoveryIssue> issues(DiscoverySelector... selectors) {
        return discovery(selectors).getDiscoveryIssues();
    }

    TestDescriptor discover(Class<?>... types) {
        return discover(selectors(types));
    }

    TestDescriptor discover(DiscoverySelector... selectors) {
        return discovery(selectors).getEngineDescriptor();
    }

    private EngineDiscoveryResults discovery(DiscoverySelector... selectors) {
        return builder.selectors(selectors).discover();
    }

    private static DiscoverySelector[] selectors(Class<?>... types) {
        return Arrays.stream(types).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new);
    }

    /** Writes the ids of all below a node, without the engine's and class's own segments, in order. */
    static List<String> ids(TestDescriptor descriptor) {
        return below(descriptor).map(each -> shortId(each)).toList();
    }

    private static Stream<? extends TestDescriptor> below(TestDescriptor descriptor) {
        return descriptor.getChildren().stream().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    private static String shortId(TestDescriptor descriptor) {
        return descriptor.getUniqueId().getLastSegment().getValue();
    }

    /** Finds the only node below another with this last segment of its id. */
    static TestDescriptor find(TestDescriptor root, String lastSegment) {
        List<? extends TestDescriptor> found =
                below(root).filter(each -> shortId(each).equals(lastSegment)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " nodes \"" + lastSegment + "\" among " + ids(root));
        }
        return found.get(0);
    }

    /** Returns what tests threw, in the order in which they ended. */
    static List<Throwable> failures(EngineExecutionResults results) {
        return results.testEvents().failed().stream().map(Engine::throwable).toList();
    }

    /** Returns what an ended node threw. */
    static Throwable throwable(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
