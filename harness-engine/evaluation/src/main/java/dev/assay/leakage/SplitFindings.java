package dev.assay.leakage;

import dev.assay.data.Dataset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words what was found in splits. */
final class SplitFindings {

    private final Dataset<?> data;
    private final int splits;

    SplitFindings(Dataset<?> data, int splits) {
        this.data = data;
        this.splits = splits;
    }

    Optional<Finding> copies(Straddling found) {
        if (found.rows() == 0) {
            return Optional.empty();
        }
        List<String> first = found.cases().stream()
                .map(pair ->
                        "in " + pair.sides().place() + ", example " + data.id(pair.tested()) + " is tested and example "
                                + data.id(pair.seen()) + ", with the same inputs, is in the "
                                + pair.sides().learner())
                .toList();
        return Optional.of(new Finding(
                Finding.Kind.DUPLICATES,
                of(found.rows(), data.size(), "example")
                        + (found.rows() == 1 ? " is an exact copy of one" : " are exact copies of ones")
                        + " that the tested model learnt from: " + Words.list(first, found.families(), "set")
                        + " of copies".repeat(found.families() > first.size() ? 1 : 0)
                        + "; drop copies, or give all copies of an example one group and keep groups whole",
                found.rows(),
                rows(found),
                List.of(),
                places(found)));
    }

    Optional<Finding> groups(Straddling found) {
        if (found.families() == 0) {
            return Optional.empty();
        }
        List<String> groups = data.groups().orElseThrow();
        List<String> first = found.cases().stream()
                .map(pair -> "in " + pair.sides().place() + ", group \"" + groups.get(pair.tested()) + "\" has example "
                        + data.id(pair.tested()) + " in the test part and example " + data.id(pair.seen()) + " in the "
                        + pair.sides().learner())
                .toList();
        return Optional.of(new Finding(
                Finding.Kind.GROUP_ON_BOTH_SIDES,
                (found.families() == 1 ? "a group is" : found.families() + " groups are")
                        + " on both sides of a split: "
                        + Words.list(first, found.families(), "group")
                        + "; keep groups whole (GroupKFold, kind = GROUPS, HoldoutSplit.withGroups())",
                found.families(),
                rows(found),
                List.of(),
                places(found)));
    }

    private List<String> rows(Straddling found) {
        Set<String> rows = new LinkedHashSet<>();
        for (Straddling.Case pair : found.cases()) {
            rows.add(data.id(pair.tested()));
            rows.add(data.id(pair.seen()));
        }
        return List.copyOf(rows);
    }

    private static List<String> places(Straddling found) {
        return found.cases().stream()
                .map(pair -> pair.sides().place())
                .distinct()
                .toList();
    }

    Optional<Finding> times(LateTraining found) {
        if (found.splits() == 0) {
            return Optional.empty();
        }
        List<Instant> times = data.times().orElseThrow();
        List<String> first = found.cases().stream()
                .map(late -> late.sides().place() + " tests from " + times.get(late.first()) + " on (example "
                        + data.id(late.first()) + ") and has "
                        + (late.number() == 1 ? "a later example" : late.number() + " later examples") + " in the "
                        + late.sides().learner() + ", such as " + data.id(late.later()) + " of "
                        + times.get(late.later()))
                .toList();
        Set<String> rows = new LinkedHashSet<>();
        for (LateTraining.Case late : found.cases()) {
            rows.add(data.id(late.first()));
            rows.add(data.id(late.later()));
        }
        return Optional.of(new Finding(
                Finding.Kind.TIME_BACKWARDS,
                "time goes backwards in " + of(found.splits(), splits, "split") + ": "
                        + Words.list(first, found.splits(), "split")
                        + "; split in time (TimeSeriesSplit, kind = TIME_SERIES)",
                found.splits(),
                List.copyOf(rows),
                List.of(),
                found.cases().stream().map(late -> late.sides().place()).toList()));
    }

    /** Says what could not be looked for, since nobody knows the type of inputs. */
    Optional<Finding> notChecked(boolean knowsCopies, boolean knowsColumns) {
        List<String> sentences = new ArrayList<>();
        String type = data.input(0).getClass().getTypeName();
        if (!knowsCopies) {
            sentences.add(
                    "nothing tells whether two inputs of type " + type
                            + " are equal, so that copies of examples are not found; say what makes up an input: withContent(…)");
        }
        if (!knowsColumns && data.isLazy()) {
            sentences.add("inputs of type " + type
                    + " are made only when they are asked for (mapLazily(…)), so that columns that tell the target, or look like ids,"
                    + " are not found; map(…) would make all inputs at once");
        } else if (!knowsColumns) {
            sentences.add(
                    "inputs of type " + type + " don't all have the same known columns, so that columns that tell "
                            + "the target, or look like ids, are not found; they would be in rows and in arrays of numbers of one "
                            + "length, into which map(…) can turn inputs");
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Kind.NOT_CHECKED,
                        String.join("; ", sentences),
                        data.size(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static String of(int some, int all, String things) {
        return some + " of " + all + " " + (all == 1 ? things : things + "s");
    }
}
