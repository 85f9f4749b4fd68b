package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void aligns_the_first_column_to_the_left_and_others_to_the_right() {
        assertThat(TextTable.of(List.of(
                        List.of("", "benign", "malignant"),
                        List.of("benign", "348.0", "9.0"),
                        List.of("malignant", "14.0", "198.0"))))
                .isEqualTo("""
                                 benign  malignant
                      benign      348.0        9.0
                      malignant    14.0      198.0
                    """);
    }

    @Test
    void counts_east_asian_wide_characters_twice() {
        assertThat(TextTable.of(List.of(List.of("", "良性", "カナ"), List.of("悪性腫瘍", "1", "22"), List.of("양성", "10", "2"))))
                .isEqualTo("""
                                良性  カナ
                      悪性腫瘍     1    22
                      양성        10     2
                    """);
    }

    @Test
    void knows_wide_punctuation_and_narrow_katakana() {
        assertThat(TextTable.of(List.of(List.of("良性（Ｂ）、", "1"), List.of("ｱｲｳ", "2"))))
                .isEqualTo("  良性（Ｂ）、  1\n  ｱｲｳ           2\n");
    }

    @Test
    void does_not_count_combining_marks() {
        assertThat(TextTable.of(List.of(List.of("cafe\u0301", "1"), List.of("café", "1"), List.of("tea", "12"))))
                .isEqualTo("  cafe\u0301   1\n  café   1\n  tea   12\n");
    }

    @Test
    void counts_a_character_outside_of_the_basic_plane_once_for_both_of_its_halves() {
        assertThat(TextTable.of(List.of(List.of("𝒳", "1"), List.of("🦊", "2"))))
                .isEqualTo("  𝒳   1\n  🦊  2\n");
    }

    @Test
    void leaves_no_blanks_at_the_ends_of_lines() {
        assertThat(TextTable.of(List.of(List.of("long", ""), List.of("x", "")))).isEqualTo("  long\n  x\n");
    }
}
