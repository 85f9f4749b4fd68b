package dev.assay.engine.internal.declaration;

import dev.assay.engine.Check;
import dev.assay.engine.ModelTest;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Reads classes. What is found wrong in one leaves the others alone. */
public final class ModelTestReader {

    /**
     * What reading a class gave.
     *
     * @param declaration what the class declares; empty if it can't be run
     * @param problems what a user must know
     */
    public record Reading(Optional<ModelTestClass> declaration, List<Problem> problems) {

        /** Copies the list. */
        public Reading {
            problems = List.copyOf(problems);
        }

        private static Reading of(Problems problems) {
            return new Reading(Optional.empty(), problems.list());
        }
    }

    private final MarksReader marks = new MarksReader(JupiterAnnotations.find());
    private final ParameterProviders providers = new ParameterProviders();

    /** Makes a reader. */
    public ModelTestReader() {}

    /**
     * Tells whether it is worth to read a class.
     *
     * @param type any class
     * @return whether it is a model test, or seems to be meant as one
     */
    public boolean isOfInterest(Class<?> type) {
        return isModelTest(type) || lacksModelTest(type);
    }

    /**
     * Reads a class.
     *
     * @param type any class
     * @return what it declares, and what is wrong with it; neither if it is not a model test
     */
    public Reading read(Class<?> type) {
        Problems problems = new Problems(type);
        if (isModelTest(type)) {
            return readModelTest(type, problems);
        }
        if (lacksModelTest(type)) {
            problems.warn("has methods with @Check, which are not run; annotate the class with @ModelTest, or make it "
                    + "abstract if it is a base of others");
        }
        return Reading.of(problems);
    }

    private Reading readModelTest(Class<?> type, Problems problems) {
        ClassRules.check(type, problems);
        Optional<ResamplingPlan> resampling = new ResamplingReader(problems).read(type);
        Hooks hooks = new HooksReader(problems).read(type);
        Optional<ExamplesMethod> examples = new ExamplesReader(problems).read(type);
        List<CandidateMethod> candidates = new CandidatesReader(problems, marks).read(type);
        Optional<CandidatesMethod> stream = new StreamReader(problems, marks, candidates).read(type);
        List<CheckMethod> checks = new ChecksReader(problems, marks, providers, candidates, stream).read(type);
        Marks ofClass = marks.ofClass(type, problems);
        if (problems.areFatal() || resampling.isEmpty() || examples.isEmpty()) {
            return Reading.of(problems);
        }
        return new Reading(
                Optional.of(new ModelTestClass(
                        type,
                        ofClass.displayName().orElse(type.getSimpleName()),
                        resampling.get(),
                        hooks,
                        examples.get(),
                        candidates,
                        stream,
                        checks,
                        ofClass.tags(),
                        ofClass.condition())),
                problems.list());
    }

    private static boolean isModelTest(Class<?> type) {
        return !type.isAnnotation() && AnnotationSupport.isAnnotated(type, ModelTest.class);
    }

    private static boolean lacksModelTest(Class<?> type) {
        try {
            return ModifierSupport.isNotAbstract(type)
                    && !ClassRules.isInner(type)
                    && !methods(type, Check.class).isEmpty();
        } catch (LinkageError e) {
            // a class of others, whose methods mention classes that are not there
            return false;
        }
    }

    /** Finds the methods of a class with an annotation, also inherited ones, overridden ones once. */
    static List<Method> methods(Class<?> type, Class<? extends Annotation> annotation) {
        return ReflectionSupport.findMethods(
                type, method -> AnnotationSupport.isAnnotated(method, annotation), HierarchyTraversalMode.TOP_DOWN);
    }
}
