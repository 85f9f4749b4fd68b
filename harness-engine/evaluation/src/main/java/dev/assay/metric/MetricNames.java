package dev.assay.metric;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Compares names as people write them. */
final class MetricNames {

    private static final int PROPOSALS = 3;

    private MetricNames() {}

    /** Leaves nothing of a name but small letters, digits, decimal points, signs of numbers and @. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\s)[-\u2212](?=\\d)", "~")
                .replaceAll("[^a-z0-9.@~]", "")
                .replace('~', '-');
    }

    /** Returns the names that need the fewest changes to become a wrong one, if few enough, or that are part of it. */
    static List<String> closest(String wrong, List<String> names) {
        String key = key(wrong);
        int bearable = Math.max(1, key.length() / 3);
        return names.stream()
                .filter(name -> changes(key, key(name)) <= bearable)
                .sorted(Comparator.comparingInt((String name) -> changes(key, key(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(PROPOSALS)
                .toList();
    }

    private static int changes(String wrong, String key) {
        int distance = distance(wrong, key);
        return wrong.contains(key) ? Math.min(1, distance) : distance;
    }

    /** Counts insertions, deletions and replacements (Levenshtein 1966). */
    private static int distance(String from, String to) {
        int[] previous = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
