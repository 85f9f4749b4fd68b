package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What Maven reads of goals, and what documentation is generated from. */
class PluginDescriptorTest {

    /** A goal. */
    record Goal(Element element) {

        String name() {
            return text(element, "goal");
        }

        List<Element> parameters() {
            return children(child(element, "parameters"));
        }

        /** Names what users may set. */
        List<String> editable() {
            return parameters().stream()
                    .filter(parameter -> text(parameter, "editable").equals("true"))
                    .map(parameter -> text(parameter, "name"))
                    .toList();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private static Element plugin() throws Exception {
        try (InputStream stream = PluginDescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(stream)
                    .getDocumentElement();
        }
    }

    private static List<Goal> goals() throws Exception {
        return children(child(plugin(), "mojos")).stream().map(Goal::new).toList();
    }

    static Stream<Goal> ownGoals() throws Exception {
        return goals().stream().filter(goal -> !goal.name().equals("help"));
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no <" + name + "> in " + parent.getTextContent()));
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent().strip();
    }

    @Test
    void there_are_these_goals_and_the_readme_tells_of_each() throws Exception {
        List<String> names = goals().stream().map(Goal::name).toList();

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "accept", "aggregate", "check", "check-aggregate", "help", "history", "report");
        assertThat(Files.readString(Path.of("../README.md")))
                .contains(names.stream().map(name -> "`assay:" + name + "`").toList());
    }

    @Test
    void the_plugin_runs_on_the_maven_that_the_readme_names() throws Exception {
        String oldest = text(plugin(), "requiredMavenVersion");

        assertThat(Files.readString(Path.of("../README.md"))).contains("Maven " + oldest + ", 3.9 and 4");
    }

    @ParameterizedTest
    @MethodSource("ownGoals")
    void each_goal_is_described_thread_safe_and_can_be_skipped(Goal goal) {
        assertThat(text(goal.element(), "description")).matches("(?s).{20,}\\..*");
        assertThat(text(goal.element(), "threadSafe")).isEqualTo("true");
        assertThat(goal.editable()).contains("skip");
    }

    @ParameterizedTest
    @MethodSource("ownGoals")
    void each_parameter_that_users_may_set_is_described(Goal goal) {
        List<String> undescribed = new ArrayList<>(goal.editable());
        goal.parameters().stream()
                .filter(parameter -> text(parameter, "editable").equals("true"))
                .filter(parameter -> text(parameter, "description").contains("."))
                .forEach(parameter -> undescribed.remove(text(parameter, "name")));

        assertThat(undescribed).isEmpty();
    }
}
