package dev.assay.testing;

import dev.assay.data.Targets;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random documents of several queries, whose scores are often tied and whose relevance is often 0. */
public record RankingCase(List<Document> documents) {

    /**
     * A row.
     *
     * @param weight that of the query, a whole number
     */
    public record Document(String query, double relevance, double score, int weight) {}

    /** Makes a case of 1 to 5 queries with up to so many documents each; some have no relevant one. */
    public static RankingCase random(SplittableRandom random, int documentsPerQuery) {
        List<Document> documents = new ArrayList<>();
        int queries = random.nextInt(1, 6);
        for (int query = 0; query < queries; query++) {
            int highest = random.nextInt(4);
            int scores = random.nextInt(1, 8);
            int weight = random.nextInt(1, 5);
            int size = random.nextInt(1, documentsPerQuery + 1);
            for (int i = 0; i < size; i++) {
                double relevance = random.nextInt(highest + 1) * (random.nextBoolean() ? 1 : 0.1);
                documents.add(new Document("q" + query, relevance, random.nextInt(-1, scores) / 3.0, weight));
            }
        }
        return new RankingCase(documents);
    }

    /** Puts relevance beside scores, grouped by query, without weights. */
    public Outcomes outcomes() {
        return Outcomes.of(
                        Targets.numbers(documents.stream()
                                .mapToDouble(Document::relevance)
                                .toArray()),
                        Predictions.numbers(
                                documents.stream().mapToDouble(Document::score).toArray()))
                .withGroups(documents.stream().map(Document::query).toList());
    }

    /** Puts relevance beside scores, grouped by query, with weights. */
    public Outcomes weightedOutcomes() {
        return outcomes()
                .withWeights(documents.stream().mapToDouble(Document::weight).toArray());
    }

    /** Puts the rows in a random order. */
    public RankingCase shuffled(SplittableRandom random) {
        return new RankingCase(Arrays.stream(Order.random(documents.size(), random))
                .mapToObj(documents::get)
                .toList());
    }

    /** Repeats each query as often as its weight says, under other names. */
    public RankingCase repeated() {
        return new RankingCase(documents.stream()
                .flatMap(document -> IntStream.range(0, document.weight)
                        .mapToObj(copy ->
                                new Document(document.query + ", copy " + copy, document.relevance, document.score, 1)))
                .toList());
    }

    /** Scores all documents by their relevance, and those without any in a random order. */
    public RankingCase perfect(SplittableRandom random) {
        return new RankingCase(documents.stream()
                .map(document -> new Document(
                        document.query,
                        document.relevance,
                        document.relevance > 0 ? document.relevance : -random.nextInt(3),
                        document.weight))
                .toList());
    }
}
