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
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with scikit-learn 1.2.1: the same rows in every fold. */
class SplitterReferenceTest {

    /** What scikit-learn takes where the case says nothing. */
    private static final int DEFAULT_FOLDS = 5;

    private static final Map<String, Function<ReferenceCase, Splitter>> SPLITTERS = Map.of(
            "kFold", reference -> KFold.of(reference.integer("params", "folds")),
            "stratifiedKFold", reference -> StratifiedKFold.of(reference.integer("params", "folds")),
            "groupKFold", reference -> GroupKFold.of(reference.integer("params", "folds")),
            "leaveOneGroupOut", reference -> LeaveOneGroupOut.of(),
            "leaveOneOut", reference -> LeaveOneOut.of(),
            "leavePOut", reference -> LeavePOut.of(reference.integer("params", "p")),
            "timeSeries", SplitterReferenceTest::timeSeries);

    private static Splitter timeSeries(ReferenceCase reference) {
        TimeSeriesSplit splitter =
                TimeSeriesSplit.of(reference.optionalInteger("params", "folds").orElse(DEFAULT_FOLDS));
        splitter = splitter.withGap(reference.optionalInteger("params", "gap").orElse(0));
        if (reference.optionalInteger("params", "testSize").isPresent()) {
            splitter = splitter.withTestSize(reference.integer("params", "testSize"));
        }
        if (reference.optionalInteger("params", "maxTrainSize").isPresent()) {
            splitter = splitter.withMaxTrainSize(reference.integer("params", "maxTrainSize"));
        }
        return splitter;
    }

    private static List<ReferenceCase> cases() {
        return ReferenceCases.read("splitters.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agrees_with_scikit_learn(ReferenceCase reference) {
        String name = reference.text("splitter");
        assertThat(SPLITTERS).containsKey(name);
        Splitter splitter = SPLITTERS.get(name).apply(reference);

        List<Split> splits = splitter.split(data(reference), Seed.of(1));

        assertThat(splits.stream().map(Split::testRows).toArray(int[][]::new))
                .isDeepEqualTo(reference.integerRows("test"));
        assertThat(splits.stream().map(Split::trainRows).toArray(int[][]::new))
                .isDeepEqualTo(reference.integerRows("train"));
    }

    private static Dataset<Integer> data(ReferenceCase reference) {
        Dataset<Integer> data = reference
                .optionalTexts("y")
                .map(labels -> Examples.of(Targets.labels(labels)))
                .orElseGet(() -> Examples.numbered(reference.integer("n")));
        return reference.optionalTexts("groups").map(data::withGroups).orElse(data);
    }

    @Test
    void has_cases_for_every_splitter() {
        assertThat(cases()).extracting(reference -> reference.text("splitter")).containsAll(SPLITTERS.keySet());
    }
}
