package dev.assay.adapters.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ResourceLock("the life cycle of Allure")
class AssayAllureListenerTest {

    @TempDir
    Path folder;

    /** Runs as Allure's listener and ours do in a build, in either order. */
    private void run(TestExecutionListener... listeners) {
        run("", listeners);
    }

    private void run(String reportUrl, TestExecutionListener... listeners) {
        run(FlowerQuality.class, reportUrl, listeners);
    }

    private void run(Class<?> type, String reportUrl, TestExecutionListener... listeners) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(type))
                .configurationParameter("assay.summary", "off")
                .configurationParameter("assay.output", folder.resolve("assay").toString());
        if (!reportUrl.isEmpty()) {
            request.configurationParameter(AssayAllureListener.REPORT_URL, reportUrl);
        }
        LauncherDiscoveryRequest built = request.build();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config).execute(built, listeners);
    }

    private AllureJunitPlatform allure() {
        AllureLifecycle lifecycle = new AllureLifecycle(new FileSystemResultsWriter(folder.resolve("allure")));
        Allure.setLifecycle(lifecycle);
        return new AllureJunitPlatform(lifecycle);
    }

    private List<Path> files(String ending) {
        try (Stream<Path> all = Files.list(folder.resolve("allure"))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> read(String ending) {
        return files(ending).stream()
                .map(file -> JsonMapper.shared().readTree(file.toFile()))
                .toList();
    }

    private JsonNode testCase(String name) {
        return read("-result.json").stream()
                .filter(test -> test.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode nodes, String field) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.path(field).asString()));
        return texts;
    }

    private static List<String> labels(JsonNode test, String name) {
        List<String> values = new ArrayList<>();
        test.path("labels").forEach(label -> {
            if (label.path("name").asString().equals(name)) {
                values.add(label.path("value").asString());
            }
        });
        return values;
    }

    private JsonNode fixture(String name) {
        return read("-container.json").stream()
                .flatMap(container -> container.path("afters").valueStream())
                .filter(fixture -> fixture.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_criterion_is_a_step_with_its_status_and_numbers() {
        run(allure(), new AssayAllureListener());

        JsonNode steps = testCase("is good stratified guess").path("steps");
        assertThat(texts(steps, "name"))
                .containsExactly(
                        "stratified guess: accuracy to be at least 0.2000",
                        "stratified guess: accuracy to be at least 0.9500");
        assertThat(texts(steps, "status")).containsExactly("passed", "failed");
        assertThat(texts(steps.get(1).path("parameters"), "name"))
                .containsExactly("outcome", "metric", "value", "threshold", "finding");
        assertThat(texts(steps.get(1).path("parameters"), "value"))
                .startsWith("not met", "accuracy")
                .contains("0.95");
    }

    @Test
    void a_step_does_not_name_the_candidate_twice() {
        run(allure(), new AssayAllureListener());

        assertThat(texts(testCase("floor is ahead").path("steps"), "name"))
                .containsExactly("\"majority class\" to be the best by accuracy");
    }

    @Test
    void our_listener_may_come_first() {
        run(new AssayAllureListener(), allure());

        assertThat(testCase("is good majority class").path("steps")).hasSize(2);
    }

    @Test
    void values_are_parameters_that_do_not_tell_test_cases_apart() {
        run(allure(), new AssayAllureListener());

        JsonNode parameters = testCase("is good majority class").path("parameters");
        assertThat(texts(parameters, "name")).containsExactly("UniqueId", "accuracy of majority class");
        assertThat(parameters.get(1).path("excluded").asBoolean()).isTrue();
        assertThat(parameters.get(1).path("value").asString()).isEqualTo("0.666667");
    }

    @Test
    void test_cases_are_grouped_by_class_and_candidate() {
        run(allure(), new AssayAllureListener());

        JsonNode test = testCase("is good majority class");
        assertThat(labels(test, "epic")).containsExactly("Model quality");
        assertThat(labels(test, "feature")).containsExactly("FlowerQuality");
        assertThat(labels(test, "story")).containsExactly("majority class");
        assertThat(labels(test, "suite")).hasSize(1);
    }

    @Test
    void test_cases_link_to_the_page_of_their_class_if_its_address_is_known() {
        run("https://ci.example/assay", allure(), new AssayAllureListener());

        assertThat(texts(testCase("is good majority class").path("links"), "url"))
                .containsExactly("https://ci.example/assay/" + FlowerQuality.class.getName() + ".html");
    }

    @Test
    void checks_of_a_group_belong_to_the_class_that_it_is_in() {
        run(GroupedFlowerQuality.class, "https://ci.example/assay", allure(), new AssayAllureListener());

        JsonNode test = testCase("is found");
        assertThat(labels(test, "feature")).containsExactly("GroupedFlowerQuality");
        assertThat(texts(test.path("links"), "url"))
                .containsExactly("https://ci.example/assay/" + GroupedFlowerQuality.class.getName() + ".html");
        // attached at the end of the class
        assertThat(read("-container.json").stream()
                        .flatMap(container -> container.path("children").valueStream())
                        .map(JsonNode::asString))
                .contains(test.path("uuid").asString());
    }

    @Test
    void plots_and_tables_of_a_candidate_are_a_fixture_of_all_test_cases_that_judged_it() throws IOException {
        run(allure(), new AssayAllureListener());

        JsonNode attachments = fixture("Evidence: stratified guess").path("attachments");
        assertThat(texts(attachments, "type")).contains("image/svg+xml", "text/csv");
        assertThat(texts(attachments, "name")).contains("Metrics", "Folds", "Confusion matrix");
        for (JsonNode attachment : attachments) {
            assertThat(folder.resolve("allure")
                            .resolve(attachment.path("source").asString()))
                    .isNotEmptyFile();
        }
        JsonNode container = read("-container.json").stream()
                .filter(one -> one.path("name").asString().equals("Evidence: stratified guess"))
                .findFirst()
                .orElseThrow();
        assertThat(container.path("children").valueStream().map(JsonNode::asString))
                .containsExactly(
                        testCase("is good stratified guess").path("uuid").asString());
    }

    @Test
    void what_is_of_all_candidates_belongs_to_all_test_cases() {
        run(allure(), new AssayAllureListener());

        JsonNode container = read("-container.json").stream()
                .filter(one -> one.path("name").asString().equals("Evidence: all candidates"))
                .findFirst()
                .orElseThrow();
        assertThat(container.path("children")).hasSize(3);
        assertThat(read("-result.json")).as("no test case of our own").hasSize(3);
    }

    @Test
    void does_nothing_without_the_listener_of_allure() {
        allure();
        run(new AssayAllureListener());

        assertThat(folder.resolve("allure")).doesNotExist();
    }

    @Test
    void no_files_that_newer_listeners_of_allure_would_attach_as_well_are_published_of_test_cases() {
        List<TestIdentifier> published = new CopyOnWriteArrayList<>();
        run(allure(), new AssayAllureListener(), new TestExecutionListener() {
            @Override
            public void fileEntryPublished(TestIdentifier test, FileEntry file) {
                published.add(test);
            }
        });

        assertThat(published)
                .as("results, of their class")
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.isContainer()).isTrue());
        assertThat(testCase("is good stratified guess").path("attachments")).isEmpty();
    }

    @Test
    void does_no_harm_where_there_is_no_allure() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("io" + File.separator + "qameta"))
                .map(AssayAllureListenerTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader withoutAllure = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> withoutAllure.loadClass(Allure.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> runner = withoutAllure.loadClass(RunOfFlowers.class.getName());
            Constructor<?> constructor = runner.getDeclaredConstructor();
            constructor.setAccessible(true);
            @SuppressWarnings("unchecked")
            Function<String, String> run = (Function<String, String>) constructor.newInstance();

            assertThat(run.apply(folder.resolve("assay").toString()))
                    .isEqualTo("3 tests, some report entries, errors: []");
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_platform_finds_the_listener() {
        assertThat(ServiceLoader.load(TestExecutionListener.class))
                .anySatisfy(listener -> assertThat(listener).isInstanceOf(AssayAllureListener.class));
    }
}
