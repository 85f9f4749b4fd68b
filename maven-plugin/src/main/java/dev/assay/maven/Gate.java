package dev.assay.maven;

import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.result.BaselineFiles;
import dev.assay.result.ClassResult;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.verdict.Criterion;
import dev.assay.verdict.RecordedCriterion;
import dev.assay.verdict.RecordedRegressionCriterion;
import dev.assay.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Judges stored results: by what tests judged already, and by rules. */
final class Gate {

    /** What results must fulfil besides rules. */
    record Options(
            boolean failIfNoResults, boolean failIfStale, boolean failIfNotMet, InconclusivePolicy inconclusive) {}

    /**
     * What came out.
     *
     * @param met how many demands were judged and are met
     * @param failures a message for each that is not met
     * @param warnings what is inconclusive but tolerated, and what should be known
     */
    record Report(int met, List<String> failures, List<String> warnings) {}

    /** A result with where it is from. */
    private record Place(ModuleResults module, Result result) {}

    private static final int MOST_NAMES = 10;

    private final List<ModuleResults> modules;
    private final Options options;
    private final List<String> failures = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int demands;
    private int met;

    private Gate(List<ModuleResults> modules, Options options) {
        this.modules = modules;
        this.options = options;
    }

    /**
     * Judges.
     *
     * @throws IllegalArgumentException if a rule makes no sense; the message names it
     */
    static Report judge(List<ModuleResults> modules, List<Rule> rules, Options options) {
        Gate gate = new Gate(modules, options);
        for (int i = 0; i < rules.size(); i++) {
            gate.validate(i, rules.get(i));
        }
        if (gate.hasResults()) {
            gate.judgeRun();
            for (int i = 0; i < rules.size(); i++) {
                gate.judge(i, rules.get(i));
            }
            if (gate.demands == 0) {
                gate.warnings.add("nothing was judged: there are no rules, and nothing that tests demanded counts");
            }
        }
        return new Report(gate.met, List.copyOf(gate.failures), List.copyOf(gate.warnings));
    }

    private boolean hasResults() {
        boolean found = modules.stream().anyMatch(module -> !module.classes().isEmpty());
        if (!found) {
            String sentence = "there are no results in "
                    + modules.stream()
                            .map(module -> module.module().results().toString())
                            .collect(Collectors.joining(", "))
                    + "; run model tests before, or set failIfNoResults to false where there are none";
            (options.failIfNoResults ? failures : warnings).add(sentence);
        }
        return found;
    }

    private void judgeRun() {
        for (ModuleResults module : modules) {
            (options.failIfStale ? failures : warnings).addAll(module.stale());
            for (ClassResults ofClass : module.classes()) {
                ofClass.summary().failures().forEach(failure -> add(ofClass.summary(), failure));
                if (options.failIfNotMet) {
                    ofClass.results().forEach(result -> addJudgements(new Place(module, result)));
                }
            }
        }
    }

    private void add(ClassResult summary, ClassResult.Failure failure) {
        failures.add("\"" + failure.candidate() + "\" of " + summary.testClass() + " could not be evaluated: "
                + failure.message());
    }

    private void addJudgements(Place place) {
        for (Result.JudgementEntry judgement : place.result.judgements()) {
            demands++;
            met += judgement.outcome() == Result.Outcome.MET ? 1 : 0;
            boolean isRed =
                    judgement.outcome() == Result.Outcome.NOT_MET || judgement.outcome() == Result.Outcome.INCONCLUSIVE;
            if (isRed) {
                String message = judgement.message() == null
                        ? "\"" + place.result.candidate() + "\": expecting " + judgement.criterion()
                        : judgement.message();
                (judgement.tolerated() ? warnings : failures)
                        .add("check " + judgement.check() + " of " + place.result.testClass() + ":"
                                + System.lineSeparator() + message);
            }
        }
    }

    private void validate(int index, Rule rule) {
        try {
            rule.validate();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name(index, rule) + " " + e.getMessage(), e);
        }
    }

    private void judge(int index, Rule rule) {
        List<Place> matching = places().stream()
                .filter(place -> rule.matches(place.result.testClass(), place.result.candidate()))
                .toList();
        if (matching.isEmpty()) {
            demands++;
            failures.add(name(index, rule) + " matches no result; there are " + candidates());
        }
        for (Place place : matching) {
            for (Criterion<Result> criterion : criteria(rule, place)) {
                judge(name(index, rule), criterion, place);
            }
        }
    }

    private List<Place> places() {
        return modules.stream()
                .flatMap(module -> module.classes().stream()
                        .flatMap(ofClass -> ofClass.results().stream())
                        .map(result -> new Place(module, result)))
                .toList();
    }

    private String candidates() {
        List<String> names = places().stream()
                .map(place -> "\"" + place.result.candidate() + "\" of " + place.result.testClass())
                .toList();
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    private static List<Criterion<Result>> criteria(Rule rule, Place place) {
        List<Criterion<Result>> criteria = new ArrayList<>();
        String metric = rule.metric();
        if (rule.isNoRegression()) {
            RecordedRegressionCriterion criterion = RecordedRegressionCriterion.from(
                            BaselineFiles.in(place.module.module().baselines())
                                    .accepting(false)
                                    .open(place.result.testClass(), place.result.candidate()))
                    .by(rule.tolerance());
            RecordedRegressionCriterion ofMetric = metric == null ? criterion : criterion.of(metric);
            criteria.add(rule.confidence() == null ? ofMetric : ofMetric.atConfidence(rule.confidence()));
        }
        if (metric != null && rule.minimum() != null) {
            criteria.add(atConfidence(rule, RecordedCriterion.atLeast(metric, rule.minimum())));
        }
        if (metric != null && rule.maximum() != null) {
            criteria.add(atConfidence(rule, RecordedCriterion.atMost(metric, rule.maximum())));
        }
        return criteria;
    }

    private static RecordedCriterion atConfidence(Rule rule, RecordedCriterion criterion) {
        return rule.confidence() == null ? criterion : criterion.atConfidence(rule.confidence());
    }

    private void judge(String rule, Criterion<Result> criterion, Place place) {
        demands++;
        Verdict verdict;
        try {
            verdict = criterion.judge(place.result).under(options.inconclusive);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(rule + ": " + e.getMessage(), e);
        }
        if (verdict.isMet()) {
            met++;
        } else {
            (verdict.passes() ? warnings : failures)
                    .add(rule + ":" + System.lineSeparator() + verdict.message() + System.lineSeparator()
                            + "  evidence: " + place.module.evidence(place.result));
        }
    }

    private static String name(int index, Rule rule) {
        return "rule " + (index + 1) + " (" + rule + ")";
    }
}
