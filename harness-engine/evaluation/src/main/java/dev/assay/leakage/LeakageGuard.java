package dev.assay.leakage;

import dev.assay.data.Dataset;
import dev.assay.resampling.PurgedKFold;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for leaks in a data set and its splits.
 *
 * <ul>
 *   <li>Examples that are tested while the learner sees others with exactly the same inputs. Numbers, texts, vectors and rows
 *       are compared by value, other inputs by their declared content ({@link Dataset#withContent}) or {@code equals}.
 *   <li>Groups that have examples on both sides of a split.
 *   <li>Training examples that are later than the first tested one, where the data have time stamps. {@link PurgedKFold} trains
 *       on what comes after a test part on purpose; there, only what lies within the part's time counts.
 *   <li>Single columns (of arrays of numbers, {@link dev.assay.data.Row}s, or inputs whose {@link
 *       dev.assay.data.InputContent#features} are known) that tell all targets: for labels, and
 *       for the presence of a label in sets, a column of few values of which each comes with one label only; for numbers, a
 *       column that equals the target or that the target is a line of, to a relative precision of 1e-9. What might agree by
 *       chance doesn't count.
 *   <li>Columns that look like ids of examples, unless there is only one column: whole numbers that ascend or descend from example
 *       to example, or whole numbers or texts that all differ. This is only a hint.
 * </ul>
 *
 * <p>Where copies or columns can't be looked for, a hint says so. Inputs that are one value, such as texts, have no columns.
 *
 * <p>A validation part counts as seen. Whatever is asked of the data alone is computed once, in time proportional to examples
 * × columns; each split then takes time proportional to its test part where it trains on the rest, and otherwise to
 * all of its rows. Instances can be shared among threads.
 */
public final class LeakageGuard {

    /** What is known of the data, whichever way they are split. */
    private static final class Profile {

        final Dataset<?> data;
        final List<Finding> ofColumns = new ArrayList<>();
        final boolean knowsColumns;
        final Optional<Families> equals;
        final Optional<Families> groups;
        final List<Instant> times;
        final Instant[] sortedTimes;

        Profile(Dataset<?> data) {
            this.data = data;
            Optional<List<InputColumn>> known = InputColumn.of(data);
            this.knowsColumns = known.isPresent();
            List<InputColumn> columns = known.orElse(List.of());
            TargetColumns.find(data, columns).ifPresent(ofColumns::add);
            Set<String> telling = new LinkedHashSet<>();
            ofColumns.forEach(finding -> telling.addAll(finding.columns()));
            IdColumns.find(data, columns, telling).ifPresent(ofColumns::add);
            this.equals = EqualInputs.of(data);
            this.groups = data.groups().map(Families::named);
            this.times = data.times().orElse(List.of());
            this.sortedTimes = LateTraining.sorted(times);
        }
    }

    private final Dataset<?> data;
    private @Nullable Profile profile;

    private LeakageGuard(Dataset<?> data) {
        this.data = data;
    }

    /**
     * Makes a guard, which looks at the data when it is first asked.
     *
     * @param data the examples
     * @return their guard
     */
    public static LeakageGuard of(Dataset<?> data) {
        return new LeakageGuard(data);
    }

    private synchronized Profile profile() {
        if (profile == null) {
            profile = new Profile(data);
        }
        return profile;
    }

    /**
     * Looks for leaks.
     *
     * @param splitter what made the splits
     * @param splits splits of the guard's data
     * @return at most one finding of each kind, in the order of kinds; none if all is well
     */
    public List<Finding> findings(Splitter splitter, List<Split> splits) {
        if (data.size() == 0) {
            return List.of();
        }
        return new SplitInspection(profile().data, splitter, splits).findings(profile());
    }

    /** Looks at each split once, for all that is asked of splits. */
    private static final class SplitInspection {

        private final Dataset<?> data;
        private final boolean mayTrainOnLater;
        private final List<Split> splits;

        SplitInspection(Dataset<?> data, Splitter splitter, List<Split> splits) {
            this.data = data;
            this.mayTrainOnLater = splitter.mayTrainOnLater();
            this.splits = splits;
        }

        List<Finding> findings(Profile profile) {
            Optional<Straddling> copies = straddling(profile.equals);
            Optional<Straddling> groups = straddling(profile.groups);
            Optional<LateTraining> times = profile.times.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LateTraining(profile.times, profile.sortedTimes, mayTrainOnLater));
            if (copies.isPresent() || groups.isPresent() || times.isPresent()) {
                for (Split split : splits) {
                    Sides sides = Sides.of(split);
                    copies.ifPresent(search -> search.look(sides));
                    groups.ifPresent(search -> search.look(sides));
                    times.ifPresent(search -> search.look(sides));
                }
            }
            SplitFindings words = new SplitFindings(data, splits.size());
            List<Finding> findings = new ArrayList<>();
            copies.flatMap(words::copies).ifPresent(findings::add);
            groups.flatMap(words::groups).ifPresent(findings::add);
            times.flatMap(words::times).ifPresent(findings::add);
            findings.addAll(profile.ofColumns);
            words.notChecked(profile.equals.isPresent(), profile.knowsColumns).ifPresent(findings::add);
            return List.copyOf(findings);
        }

        private static Optional<Straddling> straddling(Optional<Families> families) {
            return families.filter(some -> some.number() > 0).map(Straddling::new);
        }
    }
}
