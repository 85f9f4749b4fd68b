package dev.assay.assertions;

import dev.assay.assertions.hamcrest.CriterionMatcher;
import dev.assay.assertions.hamcrest.ModelMatchers;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.LabelMetric;
import dev.assay.metric.Metric;
import dev.assay.metric.RegressionMetrics;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.MetricCriterion;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A method that all façades have, the metric it is about, and a threshold that {@link Models} meet and one that they miss.
 *
 * @param method such as "hasF1AtLeast"
 * @param arguments all but the threshold, which is the last
 * @param metric what is to be judged
 * @param met a threshold that is met, but hardly
 * @param missed a threshold that is hardly missed
 */
public record Demand(String method, List<Object> arguments, Metric metric, double met, double missed) {

    private static final LabelMetric F2 = ClassificationMetrics.fBeta(2);

    private static final Metric NEGATIVE_F1 = ClassificationMetrics.F1.ofLabel("benign");

    /**
     * Returns one demand for each method.
     *
     * @return demands on {@link Models#fittedForest} and {@link Models#prices}
     */
    public static List<Demand> all() {
        return List.of(
                new Demand("hasAccuracyAtLeast", List.of(), ClassificationMetrics.ACCURACY, 0.85, 0.8501),
                new Demand(
                        "hasBalancedAccuracyAtLeast",
                        List.of(),
                        ClassificationMetrics.BALANCED_ACCURACY,
                        0.8499,
                        0.8501),
                new Demand("hasPrecisionAtLeast", List.of(), ClassificationMetrics.PRECISION, 0.8888, 0.8889),
                new Demand(
                        "hasPrecisionAtLeast",
                        List.of("benign"),
                        ClassificationMetrics.PRECISION.ofLabel("benign"),
                        0.8181,
                        0.8182),
                new Demand("hasRecallAtLeast", List.of(), ClassificationMetrics.RECALL, 0.8, 0.8001),
                new Demand(
                        "hasRecallAtLeast",
                        List.of("benign"),
                        ClassificationMetrics.RECALL.ofLabel("benign"),
                        0.9,
                        0.9001),
                new Demand("hasF1AtLeast", List.of(), ClassificationMetrics.F1, 0.8421, 0.8422),
                new Demand("hasF1AtLeast", List.of("benign"), NEGATIVE_F1, 0.8571, 0.8572),
                new Demand("hasFBetaAtLeast", List.of(2.0), F2, 0.8163, 0.8164),
                new Demand("hasFBetaAtLeast", List.of(2.0, "benign"), F2.ofLabel("benign"), 0.8823, 0.8824),
                new Demand("hasMacroF1AtLeast", List.of(), ClassificationMetrics.F1.macro(), 0.8496, 0.8497),
                new Demand("hasMicroF1AtLeast", List.of(), ClassificationMetrics.F1.micro(), 0.85, 0.8501),
                new Demand("hasWeightedF1AtLeast", List.of(), ClassificationMetrics.F1.weighted(), 0.8496, 0.8497),
                new Demand("hasRocAucAtLeast", List.of(), ClassificationMetrics.ROC_AUC, 0.85, 0.8501),
                new Demand(
                        "hasRocAucAtLeast",
                        List.of("benign"),
                        ClassificationMetrics.ROC_AUC.ofLabel("benign"),
                        0.85,
                        0.8501),
                new Demand("hasLogLossAtMost", List.of(), ClassificationMetrics.LOG_LOSS, 0.435, 0.4349),
                new Demand("hasMeanAbsoluteErrorAtMost", List.of(), RegressionMetrics.MEAN_ABSOLUTE_ERROR, 0.5, 0.4999),
                new Demand("hasMeanSquaredErrorAtMost", List.of(), RegressionMetrics.MEAN_SQUARED_ERROR, 0.5, 0.4999),
                new Demand(
                        "hasRootMeanSquaredErrorAtMost",
                        List.of(),
                        RegressionMetrics.ROOT_MEAN_SQUARED_ERROR,
                        0.7072,
                        0.7071),
                new Demand("hasR2AtLeast", List.of(), RegressionMetrics.R2, 0.8571, 0.8572),
                new Demand("hasAtLeast", List.of(NEGATIVE_F1), NEGATIVE_F1, 0.8571, 0.8572),
                new Demand("hasAtMost", List.of(NEGATIVE_F1), NEGATIVE_F1, 0.8572, 0.8571));
    }

    /** Returns a new evaluation that this is a demand on. */
    public Evaluation evaluation() {
        Evaluation forest = Models.fittedForest();
        try {
            metric.resolve(forest.targets());
            return forest;
        } catch (IllegalArgumentException ofNumbers) {
            return Models.prices();
        }
    }

    /** Returns the criterion behind the method. */
    public MetricCriterion criterion(double threshold) {
        return method.endsWith("AtLeast") ? Criteria.atLeast(metric, threshold) : Criteria.atMost(metric, threshold);
    }

    /** Calls the method of AssertJ assertions. */
    public ModelAssert assertOn(ModelAssert assertions, double threshold) {
        return (ModelAssert) call(ModelAssert.class, assertions, threshold);
    }

    /** Calls the static method that makes a Hamcrest matcher. */
    public CriterionMatcher matcher(double threshold) {
        return (CriterionMatcher) call(ModelMatchers.class, null, threshold);
    }

    private Object call(Class<?> type, Object target, double threshold) {
        Object[] all = Stream.concat(arguments.stream(), Stream.of(threshold)).toArray();
        try {
            return method(type).invoke(target, all);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Method method(Class<?> type) {
        String signature = signature();
        return hasMethods(type)
                .filter(candidate -> signature(candidate).equals(signature))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no " + signature));
    }

    /** Returns the public …AtLeast and …AtMost methods of a façade. */
    public static Stream<Method> hasMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().matches("(has|allocates)\\w*At(Least|Most)"));
    }

    /** Returns a method's name with the types of its parameters. */
    public static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList();
    }

    /** Returns the name of this demand's method with the types of its parameters. */
    public String signature() {
        return method
                + Stream.concat(
                                arguments.stream()
                                        .map(argument -> argument instanceof Double
                                                ? "double"
                                                : argument instanceof Metric ? "Metric" : "String"),
                                Stream.of("double"))
                        .toList();
    }

    @Override
    public String toString() {
        return method + arguments;
    }
}
