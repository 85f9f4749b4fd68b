package dev.assay.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.provided.ProvidedModels;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class ProvidersTest {

    private static final String MODELS = ProvidedModels.class.getName();
    private static final String SERVICE = "META-INF/services/dev.assay.engine.CheckParameterProvider";

    @TempDir
    Path folder;

    /** Loads the model tests anew, as classes of a class path that names these providers. */
    private static final class Providing extends ClassLoader {

        private final URL services;

        Providing(Path services) throws IOException {
            super(ProvidersTest.class.getClassLoader());
            this.services = services.toUri().toURL();
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(SERVICE) ? Collections.enumeration(List.of(services)) : super.getResources(name);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(MODELS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (stream == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private Class<?> models(String name, String... providers) throws IOException, ClassNotFoundException {
        List<String> lines = List.of(providers).stream()
                .map(provider -> MODELS + "$" + provider)
                .toList();
        Path services = Files.write(folder.resolve("services"), lines, UTF_8);
        return new Providing(services).loadClass(MODELS + "$" + name);
    }

    private static DiscoveryIssue onlyIssue(Class<?> type) {
        List<DiscoveryIssue> issues = Engine.discovering().issues(type);
        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).severity()).isEqualTo(Severity.ERROR);
        return issues.get(0);
    }

    @Test
    void a_check_is_given_what_a_provider_gives_which_knows_the_call() throws Exception {
        Class<?> type = models("ToldModels", "TellingProvider");

        assertThat(Engine.discovering().issues(type)).isEmpty();
        Engine.writingTo(folder)
                .run(type)
                .testEvents()
                .assertStatistics(stats -> stats.started(3).succeeded(3));
    }

    @Test
    void a_provider_knows_the_name_of_a_candidate_that_comes_later() throws Exception {
        Engine.writingTo(folder)
                .run(models("StreamedModels", "TellingProvider"))
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void a_provider_that_fails_or_gives_nothing_fails_the_checks_that_take_it() throws Exception {
        EngineExecutionResults results = Engine.writingTo(folder)
                .run(models("FailingModels", "RandomProvider", "CurrencyProvider", "LocaleProvider"));

        results.testEvents().assertStatistics(stats -> stats.failed(3).succeeded(1));
        List<Throwable> failures = Engine.failures(results);
        assertThat(failures.get(0)).isInstanceOf(IOException.class).hasMessage("no luck");
        assertThat(failures.get(1))
                .isInstanceOf(JUnitException.class)
                .hasMessage(MODELS + "$CurrencyProvider gave null and no Currency for givenNull(Currency)");
        assertThat(failures.get(2))
                .isInstanceOf(JUnitException.class)
                .hasMessage(MODELS + "$LocaleProvider gave a String and no Locale for givenOther(Locale)");
    }

    @Test
    void two_providers_of_one_type_are_an_error_and_are_not_called() throws Exception {
        assertThat(onlyIssue(models("TwiceModels", "OtherClockProvider", "ClockProvider"))
                        .message())
                .isEqualTo(MODELS + "$TwiceModels.check(Clock) takes a Clock, which several give: " + MODELS
                        + "$ClockProvider and " + MODELS + "$OtherClockProvider; keep one in " + SERVICE);
    }

    @Test
    void a_type_that_no_provider_gives_is_an_error() throws Exception {
        assertThat(onlyIssue(models("TwiceModels", "TellingProvider")).message())
                .isEqualTo(MODELS + "$TwiceModels.check(Clock) can't be given these parameters; a check takes an"
                        + " Evaluation, a Comparison and a Dataset, in any order and each at most once; for a Clock, name"
                        + " a provider of it in " + SERVICE);
    }

    @Test
    void providers_that_can_not_be_loaded_are_an_error() throws Exception {
        assertThat(onlyIssue(models("TwiceModels", "Missing")).message())
                .startsWith(
                        MODELS + "$TwiceModels.check(Clock) takes a Clock, but providers of parameters can't be loaded:"
                                + " java.util.ServiceConfigurationError: ")
                .endsWith("; mend what " + SERVICE + " names");
    }
}
