package dev.assay.engine.internal.declaration;

import dev.assay.engine.AfterEvaluation;
import dev.assay.engine.BeforeEvaluation;
import dev.assay.engine.Candidate;
import dev.assay.engine.Candidates;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.Holdout;
import dev.assay.engine.ModelTest;
import dev.assay.engine.Resampling;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/** Says what a group must be so that the engine can make an instance of it, and what it leaves to the class around it. */
final class GroupRules {

    private static final List<Class<? extends Annotation>> OF_CLASSES =
            List.of(ModelTest.class, CrossValidate.class, Holdout.class);

    private static final List<Class<? extends Annotation>> OF_METHODS = List.of(
            Examples.class,
            Candidate.class,
            Candidates.class,
            Resampling.class,
            BeforeEvaluation.class,
            AfterEvaluation.class);

    private GroupRules() {}

    static void check(Class<?> type, Problems problems) {
        if (ModifierSupport.isStatic(type)) {
            problems.add("is static; make a group an inner class, which has an instance of the class around it");
        } else if (ModifierSupport.isAbstract(type)) {
            problems.add("is abstract; move @CheckGroup to the classes that extend it");
        } else if (lacksConstructor(type)) {
            problems.add("has no constructor without parameters; add one");
        }
        if (ModifierSupport.isPrivate(type)) {
            problems.add("is private; make it package-private");
        }
        for (Class<? extends Annotation> annotation : OF_CLASSES) {
            if (AnnotationSupport.isAnnotated(type, annotation)) {
                problems.add("has @" + annotation.getSimpleName()
                        + ", but a group is evaluated with the class around it; remove it here");
            }
        }
        for (Class<? extends Annotation> annotation : OF_METHODS) {
            ModelTestReader.methods(type, annotation)
                    .forEach(method -> problems.add(
                            method,
                            "has @" + annotation.getSimpleName()
                                    + ", but a group is evaluated with the class around it; move the method there"));
        }
    }

    /** Tells whether there is none that takes only the instance around it. */
    private static boolean lacksConstructor(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .noneMatch(constructor -> constructor.getParameterCount() == 1);
    }
}
