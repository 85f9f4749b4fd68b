package dev.assay.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.leakage.Finding;
import dev.assay.leakage.LeakageGuard;
import dev.assay.learning.Learners;
import dev.assay.learning.Transforms;
import dev.assay.resampling.KFold;
import dev.assay.testing.Examples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Inputs that are made when they are asked for. */
class LazyDatasetTest {

    private record Opaque(String value) {}

    private final List<String> made = Collections.synchronizedList(new ArrayList<>());

    private final Dataset<String> letters = Dataset.of(
                    List.of("a", "b", "c", "a"), Targets.labels("yes", "no", "no", "yes"))
            .named("letters")
            .withIds(List.of("i0", "i1", "i2", "i3"))
            .withGroups(List.of("g", "g", "h", "h"))
            .withWeights(1, 2, 3, 4);

    private final Dataset<double[]> lazy = letters.mapLazily(letter -> {
        made.add(letter);
        return new double[] {letter.charAt(0), 1};
    });

    @Test
    void makes_an_input_each_time_that_it_is_asked_for_and_not_before() {
        assertThat(made).isEmpty();

        assertThat(lazy.input(2)).containsExactly('c', 1);
        assertThat(lazy.input(2)).isNotSameAs(lazy.input(2));
        assertThat(made).containsExactly("c", "c", "c");
        assertThat(lazy.isLazy()).isTrue();
        assertThat(letters.isLazy()).isFalse();
    }

    @Test
    void keeps_all_but_feature_names() {
        assertThat(lazy.name()).isEqualTo("letters");
        assertThat(lazy.id(3)).isEqualTo("i3");
        assertThat(lazy.groups()).isEqualTo(letters.groups());
        assertThat(lazy.weights().orElseThrow()).containsExactly(1, 2, 3, 4);
        assertThat(Examples.labels(lazy)).containsExactly("yes", "no", "no", "yes");
        assertThat(letters.withFeatureNames(List.of("letter"))
                        .mapLazily(Function.identity())
                        .featureNames())
                .isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void stays_lazy_in_views_and_with_other_things_changed() {
        Dataset<double[]> view = lazy.select(3, 2, 1).named("some").select(1, 2).withGroups(List.of("x", "y"));

        assertThat(view.isLazy()).isTrue();
        assertThat(view.id(0)).isEqualTo("i2");
        assertThat(made).isEmpty();
        assertThat(view.inputs().subList(1, 2).get(0)).containsExactly('b', 1);
        assertThat(made).containsExactly("b");
    }

    @Test
    void maps_only_the_examples_of_a_view() {
        Dataset<String> mapped = letters.select(2, 1).mapLazily(letter -> letter + letter);

        assertThat(mapped.inputs()).containsExactly("cc", "bb");
        assertThat(mapped.id(0)).isEqualTo("i2");
        assertThat(mapped.mapLazily(String::length).inputs()).containsExactly(2, 2);
    }

    @Test
    void is_no_longer_lazy_when_it_is_mapped_at_once() {
        Dataset<double[]> held = lazy.map(Function.identity());

        assertThat(held.isLazy()).isFalse();
        assertThat(made).containsExactly("a", "b", "c", "a");
        assertThat(held.input(0)).isSameAs(held.input(0));
    }

    @Test
    void is_known_by_the_content_of_what_inputs_are_made_of_and_one_that_was_made() {
        Optional<Fingerprint> fingerprint = lazy.fingerprint();

        assertThat(fingerprint).isPresent();
        assertThat(made).containsExactly("a");
        assertThat(letters.mapLazily(letter -> new double[] {letter.charAt(0), 1})
                        .fingerprint())
                .isEqualTo(fingerprint);
        assertThat(letters.mapLazily(letter -> new double[] {letter.charAt(0), 2})
                        .fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(letters.withInputs(List.of("a", "b", "d", "a"))
                        .mapLazily(letter -> new double[] {letter.charAt(0), 1})
                        .fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(lazy.select(0, 1, 2, 3).fingerprint()).isEqualTo(fingerprint);
        assertThat(lazy.select(0, 1, 2, 3).named("whole").fingerprint()).isEqualTo(fingerprint);
        assertThat(lazy.select(1, 0, 2, 3).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(letters.mapLazily(Opaque::new).fingerprint()).isPresent();
    }

    @Test
    void has_no_content_where_nobody_knows_that_of_what_inputs_are_made_of_unless_told() {
        Dataset<String> ofOpaque = letters.map(Opaque::new).mapLazily(Opaque::value);

        assertThat(ofOpaque.fingerprint()).isEmpty();
        assertThat(ofOpaque.inputFingerprint(0)).isEmpty();
        assertThat(ofOpaque.withContent((letter, sink) -> sink.text(letter)).fingerprint())
                .isPresent();
        assertThat(letters.map(Opaque::new)
                        .withContent((letter, sink) -> sink.text(letter.value()))
                        .mapLazily(Opaque::value)
                        .inputFingerprint(0))
                .isEqualTo(letters.inputFingerprint(0));
        assertThat(ofOpaque.inputFeatures(0)).isEmpty();
    }

    @Test
    void copies_are_found_by_the_content_of_what_inputs_are_made_of_and_columns_not_looked_at() {
        KFold splitter = KFold.of(4);
        List<Finding> findings = LeakageGuard.of(lazy).findings(splitter, splitter.split(lazy, Seed.of(1)));

        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.DUPLICATES, Finding.Kind.GROUP_ON_BOTH_SIDES, Finding.Kind.NOT_CHECKED);
        assertThat(findings.get(0).rows()).containsExactlyInAnyOrder("i0", "i3");
        assertThat(findings.get(2).sentence())
                .contains(
                        "inputs of type double[] are made only when they are asked for (mapLazily(…)), so that columns that "
                                + "tell the target, or look like ids, are not found; map(…) would make all inputs at once");
        // to tell their type
        assertThat(made).containsOnly("a");
    }

    @Test
    void lazy_texts_have_no_columns_that_could_be_looked_at() {
        KFold splitter = KFold.of(3);
        Dataset<String> texts =
                letters.select(0, 1, 2).withGroups(List.of("x", "y", "z")).mapLazily(letter -> letter + "!");

        assertThat(LeakageGuard.of(texts).findings(splitter, splitter.split(texts, Seed.of(1))))
                .isEmpty();
    }

    @Test
    void cross_validation_makes_each_input_once_for_its_training_and_once_for_its_test() {
        Evaluation evaluation = CrossValidation.of(lazy)
                .splitter(KFold.of(2))
                .seed(1)
                .evaluate("scaled", Learners.<double[]>majorityClass().after(Transforms.standardScaling()));

        assertThat(evaluation.size()).isEqualTo(4);
        // each fold fits its transform to two inputs, applies it to these, and to two others that are predicted
        assertThat(made).filteredOn("b"::equals).hasSize(3);
        assertThat(made).filteredOn("c"::equals).hasSize(3);
    }
}
