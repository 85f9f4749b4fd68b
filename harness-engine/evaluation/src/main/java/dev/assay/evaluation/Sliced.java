package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.Slice;
import dev.assay.metric.Outcomes;
import dev.assay.serving.ServedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes parts of an evaluation: some of its examples, or one of its folds. */
final class Sliced {

    private Sliced() {}

    static Optional<Evaluation.Facts> on(Evaluation.Facts whole, Slice slice) {
        int[] rows = slice.rows(whole.data());
        if (rows.length == 0) {
            return Optional.empty();
        }
        Dataset<?> data = whole.data().select(rows).named(whole.data().name() + ", " + slice.name());
        List<Fold> folds = new ArrayList<>();
        for (Fold fold : whole.folds()) {
            part(fold, rows, data).ifPresent(folds::add);
        }
        if (folds.isEmpty()) {
            return Optional.empty();
        }
        ServedModel model = whole.model();
        return Optional.of(facts(
                whole,
                data,
                whole.resampling(),
                whole.ofProcedure(),
                whole.repeatable(),
                folds,
                model == null ? null : model.select(rows)));
    }

    private static Optional<Fold> part(Fold fold, int[] rows, Dataset<?> data) {
        int[] tested = fold.split().testRows();
        int[] places = IntStream.range(0, tested.length)
                .filter(i -> Arrays.binarySearch(rows, tested[i]) >= 0)
                .toArray();
        if (places.length == 0) {
            return Optional.empty();
        }
        int[] left = IntStream.of(places)
                .map(i -> Arrays.binarySearch(rows, tested[i]))
                .toArray();
        return Optional.of(part(fold, data, left, places));
    }

    /**
     * Takes rows of a fold.
     *
     * @param fold the fold
     * @param data the part of the data that they are in
     * @param left their positions there
     * @param places their positions in the fold
     */
    static Fold part(Fold fold, Dataset<?> data, int[] left, int[] places) {
        return new Fold(
                fold.split().sliced(data.size(), left),
                Outcomes.of(data.select(left), fold.outcomes().predictions().select(places)),
                fold.fitTime(),
                fold.predictTime(),
                null,
                null);
    }

    /** Takes folds of a part of the data. */
    static Evaluation.Facts of(Evaluation.Facts whole, Dataset<?> data, List<Fold> folds) {
        return facts(whole, data, whole.resampling(), whole.ofProcedure(), whole.repeatable(), folds, null);
    }

    static Evaluation.Facts ofFold(Evaluation.Facts whole, Fold fold) {
        return facts(
                whole,
                whole.data(),
                whole.resampling() + ", repeat " + (fold.repeat() + 1) + ", fold " + (fold.number() + 1),
                false,
                false,
                List.of(fold),
                null);
    }

    /** Keeps the ratio of test to training part of the whole: a slice is tested by models that were trained on all the rest. */
    private static Evaluation.Facts facts(
            Evaluation.Facts whole,
            Dataset<?> data,
            String resampling,
            boolean ofProcedure,
            boolean repeatable,
            List<Fold> folds,
            @Nullable ServedModel model) {
        return new Evaluation.Facts(
                whole.candidate(),
                data,
                resampling,
                whole.seed(),
                ofProcedure,
                repeatable,
                whole.testToTrain(),
                List.copyOf(folds),
                List.of(),
                List.of(),
                List.of(),
                whole.versions(),
                new Scores(data, folds),
                model);
    }
}
