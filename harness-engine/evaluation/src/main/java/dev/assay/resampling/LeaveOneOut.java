package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import java.util.List;

/**
 * Tests each example once, alone, and trains on all others: as many folds as examples. The training parts take no memory.
 *
 * <p>Metrics that are averaged over folds and need several rows, such as ROC AUC or R², are undefined of such folds.
 */
public record LeaveOneOut() implements Splitter {

    /**
     * Leaves one example out.
     *
     * @return the splitter
     */
    public static LeaveOneOut of() {
        return new LeaveOneOut();
    }

    /**
     * Splits.
     *
     * @throws dev.assay.data.InvalidDataException if there is only one example
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        return LeavePOut.of(1).split(data, seed);
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public String description() {
        return "leave-one-out cross-validation";
    }
}
