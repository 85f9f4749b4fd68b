package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "logistic*, logistic regression, true",
        "logistic*, a logistic regression, false",
        "f?rest, forest, true",
        "f?rest, frest, false",
        "a.c, abc, false",
        "50 % (new), 50 % (new), true",
        "?, 🦊, true",
    })
    void stars_and_question_marks_are_wildcards_and_nothing_else_is(String pattern, String name, boolean matches) {
        assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "TumourModelTest, org.clinic.TumourModelTest, true",
        "*ModelTest, org.clinic.TumourModelTest, true",
        "*.TumourModelTest, org.clinic.TumourModelTest, true",
        "clinic.TumourModelTest, org.clinic.TumourModelTest, false",
        "org.clinic.*, org.clinic.TumourModelTest, true",
    })
    void classes_go_by_their_simple_names_too(String pattern, String name, boolean matches) {
        assertThat(NamePattern.of(pattern).matchesClass(name)).isEqualTo(matches);
    }
}
