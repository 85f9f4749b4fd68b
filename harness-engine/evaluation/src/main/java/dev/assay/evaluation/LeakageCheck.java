package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.leakage.Finding;
import dev.assay.leakage.LeakageException;
import dev.assay.leakage.LeakageGuard;
import dev.assay.leakage.LeakagePolicy;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for leaks before candidates are trained, once for all candidates on the same splits. */
final class LeakageCheck {

    private record Looked(List<Split> splits, List<Finding> findings) {}

    private final LeakageGuard guard;
    private final LeakagePolicy policy;
    private @Nullable Looked last;

    LeakageCheck(Dataset<?> data) {
        this(LeakageGuard.of(data), LeakagePolicy.WARN);
    }

    private LeakageCheck(LeakageGuard guard, LeakagePolicy policy) {
        this.guard = guard;
        this.policy = policy;
    }

    LeakageCheck with(LeakagePolicy newPolicy) {
        return new LeakageCheck(guard, newPolicy);
    }

    /** Returns what is to be remarked on; fails if there are leaks and must be none. */
    List<Finding> findings(Splitter splitter, List<Split> splits) {
        if (policy == LeakagePolicy.OFF) {
            return List.of();
        }
        List<Finding> findings = look(splitter, splits);
        List<Finding> leaks = findings.stream().filter(Finding::isLeak).toList();
        if (policy == LeakagePolicy.FAIL && !leaks.isEmpty()) {
            throw new LeakageException(leaks);
        }
        return findings;
    }

    /** Candidates share the very list of splits. */
    @SuppressWarnings("ReferenceEquality") // comparing so many splits would take longer than anything else here
    private synchronized List<Finding> look(Splitter splitter, List<Split> splits) {
        if (last == null || last.splits != splits) {
            last = new Looked(splits, guard.findings(splitter, splits));
        }
        return last.findings;
    }
}
