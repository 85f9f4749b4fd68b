package dev.assay.engine.internal.declaration;

import dev.assay.engine.CrossValidate;
import dev.assay.engine.Holdout;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads how candidates are to be evaluated. */
final class ResamplingReader {

    /** Carries the defaults of the annotation. */
    @CrossValidate
    private static final class Default {}

    private final Problems problems;

    ResamplingReader(Problems problems) {
        this.problems = problems;
    }

    Optional<ResamplingPlan> read(Class<?> type) {
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            Optional<CrossValidate> folds = AnnotationSupport.findAnnotation(next, CrossValidate.class);
            Optional<Holdout> parts = AnnotationSupport.findAnnotation(next, Holdout.class);
            if (folds.isPresent() && parts.isPresent()) {
                problems.add("has both @CrossValidate and @Holdout; keep one");
                return Optional.empty();
            }
            if (folds.isPresent()) {
                return folds.map(this::plan);
            }
            if (parts.isPresent()) {
                return parts.map(this::plan);
            }
        }
        return AnnotationSupport.findAnnotation(Default.class, CrossValidate.class)
                .map(this::plan);
    }

    private ResamplingPlan plan(CrossValidate folds) {
        if (folds.folds() < 2) {
            problems.add("has @CrossValidate(folds = " + folds.folds() + "); at least 2 folds are needed");
        }
        requireRepeats("CrossValidate", folds.repeats());
        return new ResamplingPlan.Folds(
                folds.folds(), folds.repeats(), folds.seed(), folds.stratified(), folds.keepPredictions());
    }

    private ResamplingPlan plan(Holdout parts) {
        if (!(parts.testShare() > 0 && parts.testShare() < 1)) {
            problems.add("has @Holdout(testShare = " + parts.testShare() + "); the share must lie between 0 and 1");
        }
        requireRepeats("Holdout", parts.repeats());
        return new ResamplingPlan.Parts(
                parts.testShare(), parts.repeats(), parts.seed(), parts.stratified(), parts.keepPredictions());
    }

    private void requireRepeats(String annotation, int repeats) {
        if (repeats < 1) {
            problems.add("has @" + annotation + "(repeats = " + repeats + "); at least 1 is needed");
        }
    }
}
