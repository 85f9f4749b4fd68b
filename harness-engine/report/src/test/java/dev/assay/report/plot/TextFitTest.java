package dev.assay.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextFitTest {

    @Test
    void measures_letters_by_the_wider_of_two_fonts() {
        // M is 0.833 em wide in Helvetica and 0.863 in DejaVu Sans; i 0.222 and 0.278
        assertThat(TextWidth.of("M", 100)).isCloseTo(87, within(0.001));
        assertThat(TextWidth.of("ii", 10)).isCloseTo(5.6, within(0.001));
    }

    @Test
    void measures_ideographs_as_an_em_and_marks_as_nothing() {
        assertThat(TextWidth.of("犬", 10)).isCloseTo(10.2, within(0.001));
        assertThat(TextWidth.of("e\u0301", 10)).isEqualTo(TextWidth.of("e", 10));
        assertThat(TextWidth.of("", 10)).isZero();
    }

    @Test
    void leaves_what_fits_as_it_is() {
        assertThat(TextFit.of(10, 100).line("short")).isEqualTo("short");
        assertThat(TextFit.of(10, 100).lines("short", 3)).containsExactly("short");
    }

    @Test
    void ends_what_is_too_long_in_an_ellipsis() {
        String shown = TextFit.of(10, 60).line("a long name indeed");
        assertThat(shown).isEqualTo("a long na…");
        assertThat(TextWidth.of(shown, 10)).isLessThanOrEqualTo(60);
    }

    @Test
    void wraps_at_spaces_and_shortens_the_last_line() {
        assertThat(TextFit.of(10, 60).lines("one two three four five six", 2)).containsExactly("one two", "three fou…");
        assertThat(TextFit.of(10, 60).lines("one two three four", 3)).containsExactly("one two", "three four");
    }

    @Test
    void breaks_between_ideographs_and_inside_of_words_without_spaces() {
        assertThat(TextFit.of(10, 31).lines("犬猫鳥魚馬", 2)).containsExactly("犬猫鳥", "魚馬");
        assertThat(TextFit.of(10, 31).lines("abcdefgh", 2)).containsExactly("abcde", "fgh");
    }

    @Test
    void tears_no_letter_apart() {
        String family = "👩\u200d👧";
        assertThat(TextFit.of(10, 45).line(family + family)).isEqualTo(family + "…");
        assertThat(TextFit.of(10, 17).line("e\u0301e\u0301e\u0301")).isEqualTo("e\u0301…");
    }

    @Test
    void shows_just_an_ellipsis_where_nothing_fits() {
        assertThat(TextFit.of(10, 1).line("abc")).isEqualTo("…");
    }
}
