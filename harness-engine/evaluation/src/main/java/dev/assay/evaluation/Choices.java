package dev.assay.evaluation;

import dev.assay.learning.Choice;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of folds whose learner chose among alternatives. */
final class Choices {

    private Choices() {}

    /** Tells how often each alternative was chosen, the most frequent first, then by first fold. */
    static List<String> remarks(List<Fold> folds) {
        List<Choice> choices =
                folds.stream().map(Fold::choice).flatMap(Optional::stream).toList();
        if (choices.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        choices.forEach(choice -> counts.merge(choice.alternative(), 1, Integer::sum));
        String words = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> "\"" + entry.getKey() + "\" in " + entry.getValue())
                .collect(Collectors.joining(", "));
        return List.of("chosen by " + choices.get(0).metric() + " in inner folds: " + words + " of " + folds.size()
                + (folds.size() == 1 ? " fold" : " folds"));
    }
}
