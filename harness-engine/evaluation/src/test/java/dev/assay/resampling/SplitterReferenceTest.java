package dev.assay.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.reference.ReferenceCase;
import dev.assay.reference.ReferenceCases;
import dev.assay.testing.Examples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with scikit-learn 1.2.1: the same rows in every fold. */
class SplitterReferenceTest {

    private static final Map<String, IntFunction<Splitter>> SPLITTERS =
            Map.of("kFold", KFold::of, "stratifiedKFold", StratifiedKFold::of);

    /** Splitters that there are none of yet. */
    private static final Set<String> LATER =
            Set.of("groupKFold", "leaveOneGroupOut", "timeSeries", "leaveOneOut", "leavePOut");

    private static List<ReferenceCase> cases() {
        return ReferenceCases.read("splitters.jsonl").stream()
                .filter(reference -> !LATER.contains(reference.text("splitter")))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agrees_with_scikit_learn(ReferenceCase reference) {
        String name = reference.text("splitter");
        assertThat(SPLITTERS).containsKey(name);
        Splitter splitter = SPLITTERS.get(name).apply(reference.integer("params", "folds"));

        List<Split> splits = splitter.split(data(reference), Seed.of(1));

        assertThat(splits.stream().map(Split::testRows).toArray(int[][]::new))
                .isDeepEqualTo(reference.integerRows("test"));
        assertThat(splits.stream().map(Split::trainRows).toArray(int[][]::new))
                .isDeepEqualTo(reference.integerRows("train"));
    }

    private static Dataset<Integer> data(ReferenceCase reference) {
        return reference
                .optionalTexts("y")
                .map(labels -> Examples.of(Targets.labels(labels)))
                .orElseGet(() -> Examples.numbered(reference.integer("n")));
    }

    @Test
    void has_cases_for_every_splitter() {
        assertThat(cases()).extracting(reference -> reference.text("splitter")).containsAll(SPLITTERS.keySet());
    }
}
