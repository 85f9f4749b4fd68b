package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.Fingerprint;
import dev.assay.data.Seed;
import dev.assay.resampling.Split;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The keys under which a candidate's folds are kept. */
final class FoldKeys {

    private final FoldCache cache;
    private final String common;
    private final List<Optional<String>> configurations;
    private final Seed seed;

    private FoldKeys(FoldCache cache, String common, List<Optional<String>> configurations, Seed seed) {
        this.cache = cache;
        this.common = common;
        this.configurations = configurations;
        this.seed = seed;
    }

    /**
     * A cache, and whose candidates keep their folds in it.
     *
     * @param cache where folds are kept
     * @param owner such as a test class
     */
    record Shared(FoldCache cache, Class<?> owner) {}

    /**
     * What there is to know before folds run.
     *
     * @param keys none where they can't be computed
     * @param remarks why they can't
     */
    record Plan(Optional<FoldKeys> keys, List<String> remarks) {

        static final Plan NO_CACHE = new Plan(Optional.empty(), List.of());

        static Plan without(String reason) {
            return new Plan(Optional.empty(), List.of("predictions are not cached: " + reason));
        }
    }

    /**
     * Plans the keys of a candidate.
     *
     * @param shared where folds are kept
     * @param candidate the candidate's name
     * @param data the examples
     * @param configurations of the learner of each fold, where known
     * @param seed of the candidate
     */
    static Plan plan(
            Shared shared, String candidate, Dataset<?> data, List<Optional<String>> configurations, Seed seed) {
        Optional<Fingerprint> content = data.fingerprint();
        if (content.isEmpty()) {
            return Plan.without(
                    "Assay doesn't know the content of the inputs of " + data.name() + "; tell it with withContent(…)");
        }
        if (configurations.stream().anyMatch(Optional::isEmpty)) {
            return Plan.without("the configuration of " + candidate
                    + " can't be seen; if its learner is your own, make it a record of plain values, and no lambda");
        }
        try {
            String code = ClassPathDigest.of(shared.owner);
            String common = Fingerprint.of(sink -> {
                        sink.text("2").text(code);
                        sink.text(content.get().value())
                                .integer(data.featureNames().size());
                        data.featureNames().forEach(sink::text);
                        sink.text(shared.owner.getName()).text(candidate);
                    })
                    .value();
            return new Plan(Optional.of(new FoldKeys(shared.cache, common, configurations, seed)), List.of());
        } catch (IOException e) {
            return Plan.without("it can't be told what code they depend on: " + EvaluationException.reason(e));
        }
    }

    /** Where a fold is kept. */
    record Place(FoldCache cache, String key) {

        Optional<FoldCache.Entry> find() {
            return cache.find(key);
        }

        void keep(FoldCache.Entry entry) {
            cache.keep(key, entry);
        }
    }

    /** Computes the key of a fold, for which all its rows are read. */
    Place place(int fold, Split split) {
        return new Place(cache, key(fold, split));
    }

    private String key(int fold, Split split) {
        return Fingerprint.of(sink -> {
                    sink.text(common).text(configurations.get(fold).orElseThrow());
                    sink.integer(seed.value());
                    sink.integer(split.repeat()).integer(split.fold());
                    add(split.trainRows(), sink);
                    add(split.validationRows(), sink);
                    add(split.testRows(), sink);
                })
                .value();
    }

    private static void add(int[] rows, Fingerprint.Sink sink) {
        sink.integer(rows.length);
        for (int row : rows) {
            sink.integer(row);
        }
    }
}
