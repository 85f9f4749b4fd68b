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

    private final MarksReader marks;
    private final ParameterProviders providers = new ParameterProviders();

    /**
     * Makes a reader.
     *
     * @param withScheduling whether to read what is said of running beside others
     */
    public ModelTestReader(boolean withScheduling) {
        marks = new MarksReader(
                JupiterAnnotations.find(), withScheduling ? JupiterScheduling.find() : JupiterScheduling.none());
    }

    /**
     * Tells whether it is worth to read a class.
     *
     * @param type any class
     * @return whether it is a model test, or seems to be meant as one
     */
    public boolean isOfInterest(Class<?> type) {
        return isModelTest(type) || isStray(type) || lacksModelTest(type);
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
        if (isStray(type)) {
            problems.add(
                    "has @CheckGroup, but is in no class with @ModelTest, so that its checks are not run; make it an inner class"
                            + " of one, or annotate the class around it, or make that abstract if it is a base of others");
        } else if (lacksModelTest(type)) {
            problems.warn("has methods with @Check, which are not run; annotate the class with @ModelTest, or make it "
                    + "abstract if it is a base of others");
        }
        return Reading.of(problems);
    }

    /**
     * Tells whether a class is a group of checks.
     *
     * @param type any class
     * @return whether it is declared one, wherever it is
     */
    public boolean isGroup(Class<?> type) {
        return GroupsReader.isGroup(type);
    }

    private Reading readModelTest(Class<?> type, Problems problems) {
        ClassRules.check(type, problems);
        Optional<ResamplingPlan> resampling = new ResamplingReader(problems).read(type);
        Hooks hooks = new HooksReader(problems).read(type);
        Optional<ExamplesMethod> examples = new ExamplesReader(problems).read(type);
        List<CandidateMethod> candidates = new CandidatesReader(problems, marks).read(type);
        Optional<CandidatesMethod> stream = new StreamReader(problems, marks, candidates).read(type);
        ChecksReader checksReader = new ChecksReader(problems, marks, providers, candidates, stream);
        List<CheckMethod> checks = checksReader.read(type);
        List<GroupClass> groups = new GroupsReader(problems, marks, checksReader).read(type);
        if (checks.isEmpty() && groups.isEmpty()) {
            problems.add("has no method with @Check; add one that judges an Evaluation or a Comparison");
        }
        Marks ofClass = marks.ofClass(type, problems);
        Scheduling scheduling = marks.scheduling(List.of(), type, problems);
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
                        groups,
                        ofClass.tags(),
                        ofClass.condition(),
                        scheduling)),
                problems.list());
    }

    private static boolean isModelTest(Class<?> type) {
        return !type.isAnnotation() && AnnotationSupport.isAnnotated(type, ModelTest.class);
    }

    /** Tells whether a group is where nobody looks for it. */
    private static boolean isStray(Class<?> type) {
        if (!GroupsReader.isGroup(type)) {
            // what is around a class of others may not be there
            return false;
        }
        Class<?> around = type.getEnclosingClass();
        return around == null
                || !(isModelTest(around) || GroupsReader.isGroup(around) || ModifierSupport.isAbstract(around));
    }

    private static boolean lacksModelTest(Class<?> type) {
        try {
            return ModifierSupport.isNotAbstract(type)
                    && !GroupsReader.isGroup(type)
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
