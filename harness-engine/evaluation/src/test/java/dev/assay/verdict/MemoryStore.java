package dev.assay.verdict;

import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.BaselineStore;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Metric;
import dev.assay.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A baseline in memory. */
final class MemoryStore implements BaselineStore {

    private final @Nullable Baseline before;
    private final boolean accepting;
    private final boolean required;
    final List<Baseline> accepted = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();

    private MemoryStore(@Nullable Baseline before, boolean accepting, boolean required) {
        this.before = before;
        this.accepting = accepting;
        this.required = required;
    }

    static MemoryStore empty(boolean required) {
        return new MemoryStore(null, false, required);
    }

    static MemoryStore of(Evaluation evaluation, Metric... metrics) {
        Baseline baseline = AcceptedEvaluation.of(
                evaluation,
                "org.clinic.TumourModelTest",
                Metrics.headline(evaluation.repeats().get(0)),
                Set.of());
        for (Metric metric : metrics) {
            baseline = baseline.and(AcceptedEvaluation.of(evaluation, "org.clinic.TumourModelTest", metric, Set.of()));
        }
        return new MemoryStore(baseline, false, false);
    }

    MemoryStore accepting() {
        return new MemoryStore(before, true, required);
    }

    @Override
    public Optional<Baseline> find() {
        return Optional.ofNullable(before);
    }

    @Override
    public boolean isAccepting() {
        return accepting;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public void accept(Baseline baseline, String remark) {
        accepted.add(baseline);
        remarks.add(remark);
    }

    @Override
    public String testClass() {
        return "org.clinic.TumourModelTest";
    }

    @Override
    public String place() {
        return "assay-baselines/org.clinic.TumourModelTest/forest.json";
    }

    @Override
    public String command() {
        return "mvn test -Dtest=TumourModelTest -Dassay.baseline=accept";
    }
}
