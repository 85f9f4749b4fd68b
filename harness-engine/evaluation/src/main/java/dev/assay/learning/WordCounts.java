package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts how often a text has each word of the training part: one feature for each word, in the words' order.
 *
 * <p>Words are runs of at least two letters, digits or underscores, in lower case. Words that the training part lacks don't
 * count, so that a text may have no word at all and zeros only.
 *
 * @param minimumDocuments how many texts of the training part must have a word for it to count, at least 1
 * @param tfIdf whether counts are weighted: a word that d of n training texts have counts
 *     {@code ln((1 + n) / (1 + d)) + 1} times as much, and each text's features are divided by the root of the sum of their
 *     squares
 */
public record WordCounts(int minimumDocuments, boolean tfIdf) implements Transform<String, double[]> {

    /** What scikit-learn's vectorizers take for a word, too. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{2,}");

    /** Checks the number of texts. */
    public WordCounts {
        if (minimumDocuments < 1) {
            throw new IllegalArgumentException("a word must be in at least 1 text, not " + minimumDocuments);
        }
    }

    /**
     * Leaves rare words out.
     *
     * @param number how many texts of the training part must have a word for it to count, at least 1
     * @return the same counts of those words only
     */
    public WordCounts withMinimumDocuments(int number) {
        return new WordCounts(number, tfIdf);
    }

    /**
     * Weights counts by how few texts have a word (term frequency times inverse document frequency).
     *
     * @return the same counts, weighted, each text's of length 1
     */
    public WordCounts withTfIdf() {
        return new WordCounts(minimumDocuments, true);
    }

    /**
     * Collects the words.
     *
     * @throws InvalidDataException if no word is in enough texts
     */
    @Override
    public FittedTransform<String, double[]> fit(Dataset<String> training) {
        Map<String, Integer> documents = new TreeMap<>();
        training.inputs()
                .forEach(text -> counts(text).keySet().forEach(word -> documents.merge(word, 1, Integer::sum)));
        int all = documents.size();
        documents.values().removeIf(number -> number < minimumDocuments);
        if (documents.isEmpty()) {
            throw new InvalidDataException("no word is left to count: none of the " + all + " words of "
                    + training.name() + " is in at least " + minimumDocuments + " of " + training.size()
                    + " training texts" + (all == 0 ? "" : "; demand fewer with withMinimumDocuments(…)"));
        }
        List<String> words = List.copyOf(documents.keySet());
        Map<String, Integer> positions = new HashMap<>();
        words.forEach(word -> positions.put(word, positions.size()));
        double[] weights = documents.values().stream()
                .mapToDouble(number -> tfIdf ? Math.log((1.0 + training.size()) / (1.0 + number)) + 1 : 1)
                .toArray();
        return new Fitted(positions, weights, tfIdf, names(words, training.featureNames()));
    }

    /** Words of a column bear its name, so that they don't pass for another column. */
    private static List<String> names(List<String> words, List<String> columns) {
        return columns.size() == 1
                ? words.stream().map(word -> columns.get(0) + ":" + word).toList()
                : words;
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        eachWord(text, word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static void eachWord(String text, Consumer<String> action) {
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            action.accept(matcher.group());
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Fitted(
            Map<String, Integer> positions, double[] weights, boolean normalised, List<String> featureNames)
            implements FittedTransform<String, double[]> {

        @Override
        public double[] apply(String text) {
            double[] features = new double[weights.length];
            counts(text).forEach((word, count) -> {
                Integer position = positions.get(word);
                if (position != null) {
                    features[position] = count * weights[position];
                }
            });
            double length = Math.sqrt(
                    Arrays.stream(features).map(feature -> feature * feature).sum());
            if (normalised && length > 0) {
                Arrays.setAll(features, word -> features[word] / length);
            }
            return features;
        }
    }
}
