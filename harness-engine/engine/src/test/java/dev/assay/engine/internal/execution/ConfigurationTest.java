package dev.assay.engine.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.progress.Progress;
import dev.assay.result.OutOfFoldPredictions.Format;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class ConfigurationTest {

    private static Configuration of(Map<String, String> parameters) {
        ConfigurationParameters all = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .configurationParameters(parameters)
                .build()
                .getConfigurationParameters();
        return Configuration.of(all);
    }

    @Test
    void has_defaults() {
        Configuration configuration = of(Map.of());

        assertThat(configuration.parallelism()).isEmpty();
        assertThat(configuration.output()).isEmpty();
        assertThat(configuration.predictions()).isFalse();
        assertThat(configuration.summary()).isTrue();
        assertThat(configuration.progress()).isEqualTo(Progress.AUTO);
        assertThat(configuration.export()).isEmpty();
        assertThat(configuration.inconclusive()).isEqualTo(InconclusivePolicy.FAIL);
    }

    @Test
    void is_read_from_parameters() {
        Configuration configuration = of(Map.of(
                "assay.parallelism", " 4 ",
                "assay.output", "out/models",
                "assay.predictions", "true",
                "assay.summary", "off",
                "assay.progress", "plain",
                "assay.inconclusive", "warn"));

        assertThat(configuration.parallelism()).hasValue(4);
        assertThat(configuration.output()).contains(Path.of("out", "models"));
        assertThat(configuration.predictions()).isTrue();
        assertThat(configuration.summary()).isFalse();
        assertThat(configuration.progress()).isEqualTo(Progress.PLAIN);
        assertThat(configuration.inconclusive()).isEqualTo(InconclusivePolicy.WARN);
    }

    @ParameterizedTest
    @CsvSource({"csv, CSV", "jsonl, JSON_LINES"})
    void knows_forms_of_exports(String value, Format format) {
        assertThat(of(Map.of("assay.export", value)).export()).contains(format);
    }

    @Test
    void knows_whether_to_accept_baselines_and_where_they_are() {
        assertThat(of(Map.of()).accepting()).isEmpty();
        assertThat(of(Map.of("assay.baseline", "accept")).accepting()).contains(true);
        assertThat(of(Map.of("assay.baseline", "compare")).accepting()).contains(false);
        assertThat(of(Map.of("assay.baselines", "accepted")).baselines()).contains(Path.of("accepted"));
    }

    @Test
    void exports_can_be_off() {
        assertThat(of(Map.of("assay.export", "off"))).isEqualTo(of(Map.of()));
    }

    @Test
    void takes_blank_values_for_none() {
        assertThat(of(Map.of("assay.parallelism", " ", "assay.output", ""))).isEqualTo(of(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "assay.parallelism, 0, a whole number of at least 1",
        "assay.parallelism, two, a whole number of at least 1",
        "assay.predictions, yes, false or true",
        "assay.summary, no, off or on",
        "assay.progress, loud, auto or line or off or plain",
        "assay.export, xlsx, csv or jsonl or off",
        "assay.inconclusive, pass, fail or warn",
        "assay.baseline, yes, accept or compare"
    })
    void names_parameter_and_value_that_make_no_sense(String parameter, String value, String expected) {
        assertThatThrownBy(() -> of(Map.of(parameter, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "configuration parameter " + parameter + " must be " + expected + ", not \"" + value + "\"");
    }
}
