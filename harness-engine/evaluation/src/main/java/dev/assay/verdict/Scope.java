package dev.assay.verdict;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Slice;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Of which parts of an evaluation something is demanded.
 *
 * @param slice a slice alone, if any
 * @param by what each slice is by, if that is asked for
 * @param ofEachLabel whether each label is judged by itself
 * @param inEachFold whether each fold is
 */
record Scope(Optional<Slice> slice, Optional<String> by, boolean ofEachLabel, boolean inEachFold) {

    static final Scope WHOLE = new Scope(Optional.empty(), Optional.empty(), false, false);

    Scope onSlice(Slice newSlice) {
        return new Scope(Optional.of(newSlice), Optional.empty(), ofEachLabel, inEachFold);
    }

    Scope onEachSlice(String newBy) {
        return new Scope(Optional.empty(), Optional.of(newBy), ofEachLabel, inEachFold);
    }

    Scope withEachLabel() {
        return new Scope(slice, by, true, inEachFold);
    }

    Scope withEachFold() {
        return new Scope(slice, by, ofEachLabel, true);
    }

    String words() {
        return (ofEachLabel ? " for each label" : "")
                + (inEachFold ? " in each fold" : "")
                + slice.map(only -> " on slice " + only.name()).orElse("")
                + by.map(each -> " on each slice by \"" + each + "\"").orElse("");
    }

    /** Finds the parts, in order of slices, folds and labels. */
    List<Part> parts(Evaluation evaluation, Metric metric) {
        List<Part> parts = slices(evaluation, metric);
        if (inEachFold) {
            parts = parts.stream().flatMap(part -> folds(part).stream()).toList();
        }
        return ofEachLabel
                ? parts.stream()
                        .flatMap(part -> labels(part, evaluation.targets()).stream())
                        .toList()
                : parts;
    }

    private List<Part> slices(Evaluation evaluation, Metric metric) {
        if (slice.isPresent()) {
            return List.of(part(evaluation, slice.get(), metric));
        }
        return by.map(each -> slices(evaluation, each, metric))
                .orElseGet(() -> List.of(new Part("", evaluation.size(), metric, Optional.of(evaluation))));
    }

    static List<Part> slices(Evaluation evaluation, String by, Metric metric) {
        return evaluation.slices(by).stream()
                .map(each -> part(evaluation, each, metric))
                .toList();
    }

    private static Part part(Evaluation evaluation, Slice slice, Metric metric) {
        Optional<Evaluation> view = evaluation.on(slice);
        return new Part(slice.name(), view.map(Evaluation::size).orElse(0), metric, view);
    }

    private static List<Part> folds(Part part) {
        if (part.view().isEmpty()) {
            return List.of(part);
        }
        Evaluation view = part.view().get();
        boolean repeated = view.repeats().size() > 1;
        List<Part> parts = new ArrayList<>();
        for (Fold fold : view.folds()) {
            String place = (repeated ? "repeat " + (fold.repeat() + 1) + ", " : "") + "fold " + (fold.number() + 1);
            parts.add(new Part(
                    joined(part.name(), place), fold.outcomes().size(), part.metric(), Optional.of(view.ofFold(fold))));
        }
        return parts;
    }

    private static List<Part> labels(Part part, Targets targets) {
        Labels labels = vocabulary(targets, part.metric());
        List<Part> parts = new ArrayList<>();
        for (String label : labels.names()) {
            Metric ofLabel = part.metric()
                    .forLabel(label)
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    part.metric().name()
                                            + " is of all labels together; for each label, take one such as recall, precision or F1"));
            int rows = part.view()
                    .map(view -> support(view.repeats().get(0).truth(), label))
                    .orElse(0);
            parts.add(new Part(joined(part.name(), "\"" + label + "\""), rows, ofLabel, part.view()));
        }
        return parts;
    }

    private static Labels vocabulary(Targets targets, Metric metric) {
        if (targets instanceof LabelTargets ofRows) {
            return ofRows.labels();
        }
        if (targets instanceof LabelSetTargets sets) {
            return sets.labels();
        }
        throw new IllegalArgumentException(
                metric.name() + " can't be judged for each label: the targets are " + targets.kind());
    }

    private static int support(Targets truth, String label) {
        return (int) IntStream.range(0, truth.size())
                .filter(row -> truth instanceof LabelTargets labels
                        ? labels.label(row).equals(label)
                        : truth instanceof LabelSetTargets sets && sets.set(row).contains(label))
                .count();
    }

    private static String joined(String first, String second) {
        return first.isEmpty() ? second : first + ", " + second;
    }
}
