package dev.assay.engine.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "rule, rule",
        "logisticRegression, logistic regression",
        "isNoWorseThanAccepted, is no worse than accepted",
        "is_good_enough, is good enough",
        "hasF1AtLeast, has F1 at least",
        "linearSVM, linear SVM",
        "SVMWithKernel, SVM with kernel",
        "isAGoodModel, is a good model",
        "kNearest5, k nearest5",
        "l2Penalty, l2 penalty",
        "_, _",
        "with spaces, with spaces"
    })
    void names_become_words(String name, String words) {
        assertThat(Words.of(name)).isEqualTo(words);
    }
}
