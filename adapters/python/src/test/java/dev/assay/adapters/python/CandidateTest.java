package dev.assay.adapters.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.MetricValue;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A method that makes a candidate may return a command. */
class CandidateTest {

    @ModelTest
    @CrossValidate(folds = 2, seed = 1)
    static class CommandsTestCase {

        @Examples
        Dataset<double[]> points() {
            return Dataset.of(
                    IntStream.range(0, 20)
                            .mapToObj(i -> new double[] {i % 2, i})
                            .toList(),
                    Targets.labels(IntStream.range(0, 20)
                            .mapToObj(i -> i % 2 == 0 ? "even" : "odd")
                            .toList()));
        }

        @Candidate
        CommandLearner centroids() {
            return Program.does("classify");
        }

        @Candidate
        CommandLearner broken() {
            return Program.does("fail silently");
        }

        @Check(judges = false)
        void predictsAll(Evaluation model) {
            assertThat(model.size()).isEqualTo(20);
            assertThat(model.value(ClassificationMetrics.ACCURACY)).isInstanceOf(MetricValue.Defined.class);
        }
    }

    @TempDir
    Path output;

    @Test
    void commands_are_candidates_of_a_model_test() {
        EngineTestKit.engine("assay")
                .configurationParameter("assay.summary", "off")
                .configurationParameter("assay.progress", "off")
                .configurationParameter("assay.output", output.toString())
                .selectors(selectClass(CommandsTestCase.class))
                .execute()
                .testEvents()
                .finished()
                .assertThatEvents()
                .haveExactly(1, event(displayName("centroids"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                displayName("broken"),
                                finishedWithFailure(message(text ->
                                        text.startsWith("broken on points, repeat 1, fold 1: CommandException: ")
                                                && text.endsWith(": it failed with exit code 1; it printed nothing")))))
                .hasSize(2);
    }
}
