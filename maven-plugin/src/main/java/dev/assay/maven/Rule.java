package dev.assay.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A demand on stored results, as a POM says it. It holds for each candidate that it matches, and must match one at least.
 *
 * <pre>{@code
 * <rule>
 *   <testClass>*.TumourModelTest</testClass>
 *   <candidate>logistic*</candidate>
 *   <metric>f1</metric>
 *   <minimum>0.9</minimum>
 *   <confidence>0.95</confidence>
 * </rule>
 * <rule>
 *   <noRegression>true</noRegression>
 *   <tolerance>0.01</tolerance>
 * </rule>
 * }</pre>
 */
public final class Rule {

    private String testClass = "*";
    private String candidate = "*";
    private @Nullable String metric;
    private @Nullable Double minimum;
    private @Nullable Double maximum;
    private @Nullable Double confidence;
    private boolean noRegression;
    private @Nullable Double tolerance;

    /** Makes a rule that matches all and demands nothing yet. */
    public Rule() {}

    /**
     * Sets which classes' results it is about.
     *
     * @param newTestClass a pattern of full names, or of simple names if there is no dot in it; all unless set
     */
    public void setTestClass(String newTestClass) {
        testClass = newTestClass;
    }

    /**
     * Sets which candidates it is about.
     *
     * @param newCandidate a pattern of names; all unless set
     */
    public void setCandidate(String newCandidate) {
        candidate = newCandidate;
    }

    /**
     * Sets the metric.
     *
     * @param newMetric its name, such as {@code f1}, {@code ROC AUC} or {@code recall of "malignant"}; the headline metric
     *     unless set, where nothing but regressions is looked for
     */
    public void setMetric(String newMetric) {
        metric = newMetric;
    }

    /**
     * Sets the least value that is good enough.
     *
     * @param newMinimum a possible value of the metric
     */
    public void setMinimum(double newMinimum) {
        minimum = newMinimum;
    }

    /**
     * Sets the largest value that is good enough.
     *
     * @param newMaximum a possible value of the metric
     */
    public void setMaximum(double newMaximum) {
        maximum = newMaximum;
    }

    /**
     * Demands it of a one-sided bound instead of the value itself.
     *
     * @param newConfidence one of the levels at which results keep bounds, such as 0.95
     */
    public void setConfidence(double newConfidence) {
        confidence = newConfidence;
    }

    /**
     * Demands that the metric be no worse than in the accepted baseline.
     *
     * @param newNoRegression whether it is demanded
     */
    public void setNoRegression(boolean newNoRegression) {
        noRegression = newNoRegression;
    }

    /**
     * Sets by how much the metric may be worse than in the baseline.
     *
     * @param newTolerance at least 0; 0 unless set
     */
    public void setTolerance(double newTolerance) {
        tolerance = newTolerance;
    }

    /**
     * Checks that the rule makes sense.
     *
     * @throws IllegalArgumentException if not; the message says what to do
     */
    void validate() {
        boolean hasThreshold = minimum != null || maximum != null;
        if (!hasThreshold && !noRegression) {
            throw new IllegalArgumentException(
                    "demands nothing; give it a <minimum>, a <maximum> or <noRegression>true</noRegression>");
        }
        if (hasThreshold && noRegression) {
            throw new IllegalArgumentException(
                    "has both a threshold and <noRegression>; make two rules of it, so that it is clear what <confidence> is of");
        }
        if (hasThreshold && metric == null) {
            throw new IllegalArgumentException("has a threshold but no <metric>");
        }
        if (tolerance != null && !noRegression) {
            throw new IllegalArgumentException("has a <tolerance>, which means something with <noRegression> only");
        }
        if (minimum != null && maximum != null && minimum > maximum) {
            throw new IllegalArgumentException("has a <minimum> of " + minimum + " above its <maximum> of " + maximum);
        }
    }

    boolean matches(String ofClass, String ofCandidate) {
        return NamePattern.of(testClass).matchesClass(ofClass)
                && NamePattern.of(candidate).matches(ofCandidate);
    }

    @Nullable
    String metric() {
        return metric;
    }

    @Nullable
    Double minimum() {
        return minimum;
    }

    @Nullable
    Double maximum() {
        return maximum;
    }

    @Nullable
    Double confidence() {
        return confidence;
    }

    boolean isNoRegression() {
        return noRegression;
    }

    double tolerance() {
        return Objects.requireNonNullElse(tolerance, 0.0);
    }

    /** Describes the rule for messages. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (!testClass.equals("*")) {
            parts.add("testClass " + testClass);
        }
        if (!candidate.equals("*")) {
            parts.add("candidate " + candidate);
        }
        if (metric != null) {
            parts.add("metric " + metric);
        }
        if (minimum != null) {
            parts.add("minimum " + minimum);
        }
        if (maximum != null) {
            parts.add("maximum " + maximum);
        }
        if (noRegression) {
            parts.add("noRegression");
        }
        if (tolerance != null) {
            parts.add("tolerance " + tolerance);
        }
        if (confidence != null) {
            parts.add("confidence " + confidence);
        }
        return String.join(", ", parts);
    }
}
