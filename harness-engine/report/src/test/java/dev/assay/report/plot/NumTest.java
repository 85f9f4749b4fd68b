package dev.assay.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumTest {

    @ParameterizedTest
    @CsvSource({
        "0.94506, 0.9451",
        "0, 0.0000",
        "1, 1.0000",
        "-0.5, −0.5000",
        "12.34567, 12.346",
        "8000, 8000.0",
        "123456.7, 123457",
        "3.2e12, 3.2e12",
        "0.0000123456, 1.235e-5",
        "NaN, undefined",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void writes_values(double value, String text) {
        assertThat(Num.value(value)).isEqualTo(text.replace("e-", "e−"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "1, 100 %", "0.12345, 12.3 %", "0.0001, <0.1 %", "0.9999, >99.9 %"})
    void writes_shares_but_never_nothing_or_all_for_what_is_neither(double share, String text) {
        assertThat(Num.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "348, 348", "12.333, 12.3", "123.4, 123", "2500000, 2.5e6"})
    void writes_counts(double count, String text) {
        assertThat(Num.count(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0", "0.05, .1", "-0.26, -.3", "12, 12", "12.34, 12.3", "-3.96, -4"})
    void writes_pixels_short(double pixels, String text) {
        assertThat(Num.px(pixels)).isEqualTo(text);
    }

    @Test
    void ticks_are_round_and_inside() {
        assertThat(Ticks.of(Domain.UNIT, 5).labels()).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(Ticks.of(new Domain(0.913, 0.987), 4).labels()).containsExactly("0.92", "0.94", "0.96", "0.98");
        assertThat(Ticks.of(new Domain(-3e12, 7e12), 3).labels()).containsExactly("0", "5e12");
        assertThat(Ticks.of(new Domain(1e9, 1e9 + 2), 2).labels())
                .containsExactly("1e9", "1.000000001e9", "1.000000002e9");
        assertThat(Ticks.of(new Domain(-2e-12, 2e-12), 4).labels())
                .containsExactly("−2e−12", "−1e−12", "0", "1e−12", "2e−12");
    }

    @Test
    void a_domain_has_room_around_whatever_there_is() {
        assertThat(Domain.around(List.of())).isEqualTo(Domain.UNIT);
        assertThat(Domain.around(List.of(5.0, 5.0))).isEqualTo(new Domain(4.75, 5.25));
        assertThat(Domain.around(List.of(0.0))).isEqualTo(new Domain(-0.5, 0.5));
        assertThat(Domain.around(List.of(0.0, 10.0, Double.NaN))).isEqualTo(new Domain(-0.5, 10.5));
        Domain huge = Domain.around(List.of(-Double.MAX_VALUE, Double.MAX_VALUE));
        assertThat(huge.onto(0, 100).at(0)).isEqualTo(50);
    }

    @Test
    void slugs_stay_different() {
        assertThat(Slug.of("random forest")).isEqualTo("random-forest");
        assertThat(List.of(
                        Slug.of("Random forest"),
                        Slug.of("random-forest!"),
                        Slug.of("犬"),
                        Slug.of("猫"),
                        Slug.of(""),
                        Slug.of("a name that is much too long 1"),
                        Slug.of("a name that is much too long 2")))
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void a_slug_with_a_space_differs_from_one_with_a_hyphen() {
        assertThat(Slug.of("random forest")).isNotEqualTo(Slug.of("random-forest"));
    }
}
