package dev.assay.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    private static final Parameters PARAMETERS = ParameterGrid.of("depth", 2)
            .and("rate", 0.1)
            .and("kernel", "rbf")
            .and("bootstrap", true)
            .and("unit", TimeUnit.DAYS)
            .combinations()
            .get(0);

    @Test
    void gives_values_by_name_and_type() {
        assertThat(PARAMETERS.integer("depth")).isEqualTo(2);
        assertThat(PARAMETERS.number("rate")).isEqualTo(0.1);
        assertThat(PARAMETERS.number("depth")).isEqualTo(2);
        assertThat(PARAMETERS.text("kernel")).isEqualTo("rbf");
        assertThat(PARAMETERS.flag("bootstrap")).isTrue();
        assertThat(PARAMETERS.value("unit", TimeUnit.class)).isEqualTo(TimeUnit.DAYS);
        assertThat(PARAMETERS).hasToString("depth=2, rate=0.1, kernel=rbf, bootstrap=true, unit=DAYS");
    }

    @ParameterizedTest
    @CsvSource({
        "100.0,100",
        "1.0E-4,0.0001",
        "0.1,0.1",
        "1.0E20,1E+20",
        "1.0E-20,1E-20",
        "-0.5,-0.5",
        "0.0,0",
        "NaN,NaN",
        "1234567.125,1234567.125"
    })
    void numbers_are_written_as_people_do(double value, String text) {
        assertThat(ValueText.of(value)).isEqualTo(text);
    }

    @Test
    void floats_are_written_as_short_as_they_were_given() {
        assertThat(ValueText.of(0.1f)).isEqualTo("0.1");
    }

    @Test
    void a_name_that_there_is_not_is_answered_by_those_that_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARAMETERS.integer("dept"))
                .withMessage(
                        "there is no parameter \"dept\"; there are \"depth\", \"rate\", \"kernel\", \"bootstrap\", \"unit\"");
    }

    @Test
    void a_value_of_another_type_is_answered_by_what_to_ask_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARAMETERS.integer("rate"))
                .withMessage(
                        "the parameter \"rate\" is 0.1 and not an int; ask for number(\"rate\"), or give it whole numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARAMETERS.number("kernel"))
                .withMessage("the parameter \"kernel\" is rbf and not a number; ask for text(\"kernel\") or"
                        + " value(\"kernel\", …)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARAMETERS.text("unit"))
                .withMessage("the parameter \"unit\" is DAYS and not of type String; ask for value(\"unit\","
                        + " TimeUnit.class)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parameters(Map.of("size", 1L << 40)).integer("size"))
                .withMessageStartingWith("the parameter \"size\" is 1099511627776 and not an int");
    }

    @Test
    void values_without_a_text_of_their_own_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterGrid.of("layers", new int[] {1, 2}))
                .withMessage(
                        "the value of the parameter \"layers\" is of type int[], which has no text to name a candidate by;"
                                + " give texts, numbers or enum constants, and make the object of them where the learner is made");
        assertThat(ParameterGrid.of("layers", List.of(8, 4)).combinations().get(0))
                .hasToString("layers=[8, 4]");
    }

    @Test
    void keeps_a_copy_of_its_values() {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("depth", 2));
        Parameters parameters = new Parameters(values);
        values.put("depth", 3);

        assertThat(parameters.integer("depth")).isEqualTo(2);
        assertThat(parameters).isEqualTo(new Parameters(Map.of("depth", 2)));
    }

    @Test
    void null_is_no_value() {
        List<Object> nothing = new ArrayList<>(Collections.singleton(null));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterGrid.of("depth", nothing.toArray()))
                .withMessage("the parameter \"depth\" is null; give it a value");
    }
}
