package dev.assay.engine.internal.declaration;

import dev.assay.engine.CrossValidate;
import dev.assay.engine.Folding;
import dev.assay.engine.Holdout;
import dev.assay.engine.Resampling;
import dev.assay.evaluation.FoldFailures;
import dev.assay.resampling.Splitter;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads how candidates are to be evaluated. */
final class ResamplingReader {

    /** Carries the defaults of the annotation. */
    @CrossValidate
    private static final class Default {}

    private static final Set<Folding> ONE_OUT = EnumSet.of(Folding.LEAVE_ONE_OUT, Folding.LEAVE_ONE_GROUP_OUT);

    private static final Set<Folding> STRATIFIED = EnumSet.of(Folding.EXAMPLES, Folding.STRATIFIED_GROUPS);

    private final Problems problems;

    ResamplingReader(Problems problems) {
        this.problems = problems;
    }

    /** What the class says itself counts, and otherwise what its nearest superclass does; a method of an interface comes last. */
    Optional<ResamplingPlan> read(Class<?> type) {
        List<Method> methods = ModelTestReader.methods(type, Resampling.class);
        MemberRules rules = new MemberRules(problems);
        methods.forEach(method -> rules.source(method, "a method with @Resampling", Splitter.class));
        if (methods.size() > 1) {
            problems.add("has " + methods.size() + " methods with @Resampling, "
                    + methods.stream().map(Signatures::simple).sorted().collect(Collectors.joining(" and "))
                    + "; keep one");
            return Optional.empty();
        }
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            Map<String, Supplier<ResamplingPlan>> plans = plans(next, methods);
            if (plans.size() > 1) {
                problems.add("has both " + String.join(" and ", plans.keySet()) + "; keep one");
                return Optional.empty();
            }
            if (!plans.isEmpty()) {
                return Optional.of(plans.values().iterator().next().get());
            }
        }
        return Optional.of(methods.isEmpty() ? plan(defaults()) : plan(methods.get(0)));
    }

    /** Finds all that one class alone says. */
    private Map<String, Supplier<ResamplingPlan>> plans(Class<?> type, List<Method> methods) {
        Map<String, Supplier<ResamplingPlan>> plans = new LinkedHashMap<>();
        AnnotationSupport.findAnnotation(type, CrossValidate.class)
                .ifPresent(folds -> plans.put("@CrossValidate", () -> plan(folds)));
        AnnotationSupport.findAnnotation(type, Holdout.class)
                .ifPresent(parts -> plans.put("@Holdout", () -> plan(parts)));
        methods.stream()
                .filter(method -> method.getDeclaringClass() == type)
                .forEach(method ->
                        plans.put("a method with @Resampling, " + Signatures.simple(method), () -> plan(method)));
        return plans;
    }

    private static CrossValidate defaults() {
        return AnnotationSupport.findAnnotation(Default.class, CrossValidate.class)
                .orElseThrow();
    }

    private ResamplingPlan plan(CrossValidate folds) {
        if (folds.folds() < 2) {
            problems.add("has @CrossValidate(folds = " + folds.folds() + "); at least 2 folds are needed");
        }
        requireRepeats("CrossValidate", folds.repeats());
        requireSense(folds);
        return new ResamplingPlan.Folds(
                folds.kind(),
                folds.folds(),
                folds.repeats(),
                folds.seed(),
                folds.stratified(),
                bins("@CrossValidate", folds.bins(), folds.stratified()),
                folds.leakage(),
                folds.keepPredictions(),
                rules("@CrossValidate", folds.timeLimitSeconds(), folds.failures()));
    }

    private void requireSense(CrossValidate folds) {
        String kind = "has @CrossValidate(kind = " + folds.kind();
        if (ONE_OUT.contains(folds.kind()) && folds.folds() != defaults().folds()) {
            problems.add(kind + ", folds = " + folds.folds()
                    + "), but the data say how many folds that makes; leave folds " + "out");
        }
        if ((ONE_OUT.contains(folds.kind()) || folds.kind() == Folding.TIME_SERIES) && folds.repeats() > 1) {
            problems.add(kind + ", repeats = " + folds.repeats()
                    + "), but nothing in that is random, so that all repeats would be the same; leave repeats out");
        }
        if (!STRATIFIED.contains(folds.kind()) && folds.bins() > 0) {
            problems.add(
                    kind + ", bins = " + folds.bins()
                            + "), but such folds are not stratified; leave bins out, or use kind = EXAMPLES or STRATIFIED_GROUPS");
        }
        if (folds.kind() == Folding.STRATIFIED_GROUPS && !folds.stratified()) {
            problems.add(kind + ", stratified = false); use kind = GROUPS, or leave stratified out");
        }
    }

    private OptionalInt bins(String annotation, int bins, boolean stratified) {
        if (bins < 0 || bins == 1) {
            problems.add("has " + annotation + "(bins = " + bins
                    + "); take at least 2, or leave bins out for numbers that are not stratified");
        } else if (bins > 0 && !stratified) {
            problems.add("has " + annotation + "(bins = " + bins
                    + ", stratified = false), but bins are there to stratify by; leave one of both out");
        }
        return bins == 0 ? OptionalInt.empty() : OptionalInt.of(bins);
    }

    private ResamplingPlan plan(Holdout parts) {
        if (!(parts.testShare() > 0 && parts.testShare() < 1)) {
            problems.add("has @Holdout(testShare = " + parts.testShare() + "); the share must lie between 0 and 1");
        }
        if (!(parts.validationShare() >= 0 && parts.validationShare() < 1)) {
            problems.add("has @Holdout(validationShare = " + parts.validationShare()
                    + "); the share must lie between 0 and 1, or be 0 for none");
        } else if (parts.testShare() < 1 && parts.testShare() + parts.validationShare() >= 1) {
            problems.add("has @Holdout(testShare = " + parts.testShare() + ", validationShare = "
                    + parts.validationShare() + "), which leaves nothing to train on; let them be smaller");
        }
        requireRepeats("Holdout", parts.repeats());
        return new ResamplingPlan.Parts(
                parts.testShare(),
                parts.validationShare(),
                parts.repeats(),
                parts.seed(),
                parts.stratified(),
                bins("@Holdout", parts.bins(), parts.stratified()),
                parts.grouped(),
                parts.leakage(),
                parts.keepPredictions(),
                rules("@Holdout", parts.timeLimitSeconds(), parts.failures()));
    }

    private ResamplingPlan plan(Method method) {
        Resampling told =
                AnnotationSupport.findAnnotation(method, Resampling.class).orElseThrow();
        if (told.repeats() < 1) {
            problems.add(method, "has @Resampling(repeats = " + told.repeats() + "); at least 1 is needed");
        }
        return new ResamplingPlan.Told(
                method,
                told.repeats(),
                told.seed(),
                told.leakage(),
                told.keepPredictions(),
                rules("@Resampling", told.timeLimitSeconds(), told.failures()));
    }

    private RunRules rules(String annotation, long timeLimitSeconds, FoldFailures failures) {
        if (timeLimitSeconds < 0) {
            problems.add("has " + annotation + "(timeLimitSeconds = " + timeLimitSeconds
                    + "); take a positive number, or leave it out for no limit");
        }
        return RunRules.of(timeLimitSeconds, failures);
    }

    private void requireRepeats(String annotation, int repeats) {
        if (repeats < 1) {
            problems.add("has @" + annotation + "(repeats = " + repeats + "); at least 1 is needed");
        }
    }
}
