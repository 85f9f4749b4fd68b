package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of all candidates of a test class together, as it is on disk beside their results. {@code null} stands
 * for what is undefined or not there.
 *
 * @param schema the form of the file, {@value #SCHEMA}
 * @param testClass the class whose checks judged
 * @param name the class's name for readers
 * @param candidates the names of the candidates that have results, in the class's order
 * @param failures candidates that could not be evaluated
 * @param differences how much the others differ from the best; null with fewer than two candidates, or if they can't be
 *     compared
 * @param budget how far the gates of all candidates can be trusted
 * @param remarks what a reader should know, such as gates that the data can hardly decide
 */
public record ClassResult(
        String schema,
        String testClass,
        String name,
        List<String> candidates,
        List<Failure> failures,
        @Nullable Differences differences,
        ErrorBudget budget,
        List<String> remarks) {

    /** The form of the file that this version writes. */
    public static final String SCHEMA = "assay-class/1";

    /**
     * Says what is to be said of evaluations and what was judged of them.
     *
     * @param testClass the class whose checks judged
     * @param name the class's name for readers
     * @param evaluations of candidates that have results, in the class's order
     * @param failures candidates that could not be evaluated
     * @param judgements all that was judged
     * @param remarks what a reader should know
     * @return the summary
     */
    public static ClassResult of(
            String testClass,
            String name,
            List<Evaluation> evaluations,
            List<Failure> failures,
            List<Result.JudgementEntry> judgements,
            List<String> remarks) {
        return new ClassResult(
                SCHEMA,
                testClass,
                name,
                evaluations.stream().map(Evaluation::candidate).toList(),
                failures,
                ClassDifferences.of(evaluations).orElse(null),
                ErrorBudget.of(judgements),
                remarks);
    }

    /**
     * A candidate that could not be evaluated.
     *
     * @param candidate its name
     * @param message why
     */
    public record Failure(String candidate, String message) {}

    /**
     * Differences from the best candidate by the headline metric.
     *
     * @param metric the metric's name
     * @param higherIsBetter which direction is better
     * @param best the best candidate's name
     * @param method how they were tested, as a phrase; null if they could not be
     * @param entries the other candidates, the nearest to the best first; the nearest 50 if there are more
     */
    public record Differences(
            String metric,
            boolean higherIsBetter,
            String best,
            @Nullable String method,
            List<DifferenceEntry> entries) {}

    /**
     * A difference: the best candidate's value less another's.
     *
     * @param candidate the other candidate's name
     * @param value the difference
     * @param lower the lower end of its 95 % interval; null if there is none
     * @param upper its upper end; null if there is none
     * @param pValue the two-sided p-value, Holm-adjusted over all entries; null if there is none
     */
    public record DifferenceEntry(
            String candidate,
            double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double pValue) {}

    /**
     * How far the gates of a class, or of several, can be trusted, taken together.
     *
     * @param gates how many demands on a metric were judged
     * @param unbounded how many of them are not at a confidence level, so that nothing bounds their false passes
     * @param falsePass an upper bound of the chance that any of the others passes a model below its threshold: the sum of theirs
     * @param redAtLeast the chance, by plug-in, that some gate goes red on fresh data of the same size if models are as good as
     *     measured: at least that of the likeliest one; null if none is known
     * @param redAtMost the same, at most: the sum of all, or 1, which it is also if one of them isn't known; null if none is
     *     known
     */
    public record ErrorBudget(
            int gates,
            int unbounded,
            double falsePass,
            @Nullable Double redAtLeast,
            @Nullable Double redAtMost) {

        /**
         * Takes gates together, of one class or of several. A gate is a demand of a metric to reach a threshold, or of
         * a comparison at a significance level.
         *
         * @param judgements all that was judged
         * @return their budget
         */
        public static ErrorBudget of(List<Result.JudgementEntry> judgements) {
            List<Result.JudgementEntry> gates = judgements.stream()
                    .filter(judgement -> judgement.outcome() != Result.Outcome.CUSTOM
                            && (judgement.threshold() != null || judgement.falsePass() != null))
                    .toList();
            double[] falsePasses = known(gates, Result.JudgementEntry::falsePass);
            double[] reds = known(gates, Result.JudgementEntry::redAgain);
            return new ErrorBudget(
                    gates.size(),
                    gates.size() - falsePasses.length,
                    Math.min(1, Arrays.stream(falsePasses).sum()),
                    reds.length == 0 ? null : Arrays.stream(reds).max().orElseThrow(),
                    reds.length == 0 ? null : atMost(reds, gates.size()));
        }

        /** Bounds the chance of any; a gate of which nothing is known may go red always. */
        private static double atMost(double[] known, int gates) {
            return known.length < gates ? 1 : Math.min(1, Arrays.stream(known).sum());
        }

        /**
         * Writes a bound of a chance, so rounds up.
         *
         * @param chance between 0 and 1
         * @return whole percent, such as "3%"
         */
        public static String percentAtMost(double chance) {
            // sums of levels such as 0.05 are a little off
            return (long) Math.ceil(Math.round(chance * 1e6) / 1e4) + "%";
        }

        /**
         * Says how likely bad models pass.
         *
         * @return a sentence on gates at a confidence level and one on others, where there are any
         */
        public List<String> falsePassSentences() {
            List<String> sentences = new ArrayList<>();
            if (bounded() > 0) {
                sentences.add("The chance that "
                        + (bounded() == 1 ? "the one gate" : "any of " + bounded() + " gates")
                        + " at a confidence level passes a model below its threshold is at most "
                        + percentAtMost(falsePass) + ".");
            }
            if (unbounded > 0) {
                sentences.add(
                        unbounded == 1
                                ? "1 gate has no confidence level that decides, so nothing bounds its false passes."
                                : unbounded
                                        + " gates have no confidence level that decides, so nothing bounds their false passes.");
            }
            return sentences;
        }

        /**
         * Counts gates whose false passes are bounded.
         *
         * @return how many are at a confidence level
         */
        public int bounded() {
            return gates - unbounded;
        }

        private static double[] known(
                List<Result.JudgementEntry> gates, Function<Result.JudgementEntry, @Nullable Double> chance) {
            return gates.stream()
                    .map(chance)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
    }
}
