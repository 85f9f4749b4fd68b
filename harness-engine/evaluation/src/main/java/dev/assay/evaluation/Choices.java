package dev.assay.evaluation;

import dev.assay.learning.Choice;
import dev.assay.metric.Direction;
import dev.assay.metric.MetricValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of folds whose learner chose among alternatives. */
final class Choices {

    private static final int DECIMALS = 4;

    private Choices() {}

    /** Tells how often each alternative was chosen, and how optimistic that was. */
    static List<String> remarks(List<Fold> folds, Scores scores) {
        List<Choice> choices =
                folds.stream().map(Fold::choice).flatMap(Optional::stream).toList();
        if (choices.isEmpty()) {
            return List.of();
        }
        List<SelectionBasis> bases = choices.stream()
                .flatMap(choice -> choice.basis().stream())
                .filter(SelectionBasis.class::isInstance)
                .map(SelectionBasis.class::cast)
                .toList();
        List<String> remarks = new ArrayList<>();
        remarks.add(counts(choices, folds.size()));
        if (bases.size() == folds.size()) {
            optimism(choices, bases.get(0), scores).ifPresent(remarks::add);
            if (bases.get(0).rule().preference().isTimed()) {
                remarks.add("what is " + bases.get(0).rule().preference().description()
                        + " was chosen by the clock: another run may choose otherwise, and give other values");
            }
        }
        return remarks;
    }

    /** Names the most frequent first, then by first fold. */
    private static String counts(List<Choice> choices, int folds) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        choices.forEach(choice -> counts.merge(choice.alternative(), 1, Integer::sum));
        String words = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> "\"" + entry.getKey() + "\" in " + entry.getValue())
                .collect(Collectors.joining(", "));
        Choice first = choices.get(0);
        String rule = first.basis()
                .map(Choice.Basis::description)
                .filter(description -> !description.equals(SelectionRule.best().description()))
                .map(description -> ", as " + description)
                .orElse("");
        return "chosen by " + first.metric() + " in inner folds" + rule + ": " + words + " of " + folds
                + (folds == 1 ? " fold" : " folds");
    }

    /** Compares what the chosen scored where it was chosen with what it scores on data that had no part in that. */
    private static Optional<String> optimism(List<Choice> choices, SelectionBasis basis, Scores scores) {
        if (!(scores.of(basis.metric()).value() instanceof MetricValue.Defined outer)) {
            return Optional.empty();
        }
        double inner = choices.stream().mapToDouble(Choice::score).sum() / choices.size();
        double gap = basis.metric().direction() == Direction.HIGHER_IS_BETTER
                ? inner - outer.value()
                : outer.value() - inner;
        String choosing = "choosing among " + basis.alternatives() + " alternatives by "
                + choices.get(0).metric();
        return Optional.of((gap > 0 ? choosing + " was optimistic by " + text(gap) : choosing + " shows no optimism")
                + ": " + text(inner) + " on average in the inner folds that chose, " + text(outer.value())
                + " in the outer folds that judge");
    }

    private static String text(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
