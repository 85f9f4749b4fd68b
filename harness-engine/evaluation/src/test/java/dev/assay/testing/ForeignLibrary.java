package dev.assay.testing;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.learning.DatasetProvider;
import dev.assay.learning.Learner;
import dev.assay.learning.LearnerProvider;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An adapter of a library whose trainers and models are lists of texts, whose data sets are arrays of labels, and which
 * takes texts for inputs. It adds to a trainer how it was used, and counts in inputs that are counters how
 * often they were adapted.
 */
public final class ForeignLibrary implements LearnerProvider<String>, DatasetProvider {

    /** For the service loader. */
    public ForeignLibrary() {}

    @Override
    public boolean supports(Object foreign) {
        return foreign instanceof List || foreign instanceof String[];
    }

    @Override
    public Dataset<?> dataset(Object source) {
        String[] labels = (String[]) source;
        return Dataset.of(List.of(labels), Targets.labels(labels)).named("foreign");
    }

    @Override
    public Dataset<String> adapt(Dataset<?> data) {
        return data.map(input -> {
            if (input instanceof AtomicInteger counter) {
                counter.incrementAndGet();
            }
            return "adapted";
        });
    }

    @Override
    @SuppressWarnings("unchecked") // as this library's trainers are
    public Learner<String> learner(Object trainer, Sharing sharing) {
        ((List<Object>) trainer).add(sharing);
        return training -> alwaysFirst(training.labels());
    }

    @Override
    public Predictor<String> predictor(Object model) {
        return alwaysFirst(Labels.of((String) ((List<?>) model).get(0)));
    }

    private static Predictor<String> alwaysFirst(Labels labels) {
        return inputs -> Predictions.labels(labels, new int[inputs.size()]);
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("foreign", "1.2");
    }
}
