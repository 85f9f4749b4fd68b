package dev.assay.engine.provided;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.engine.Candidate;
import dev.assay.engine.Candidates;
import dev.assay.engine.Check;
import dev.assay.engine.CheckContext;
import dev.assay.engine.CheckParameterProvider;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Model tests with parameters of other types than the engine's own, and what gives them. */
public final class ProvidedModels {

    private ProvidedModels() {}

    /** What a provider was told. */
    public record Told(Class<?> testClass, List<String> candidate, int examples, String folder, String text) {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Text {
        String value();
    }

    public static final class TellingProvider implements CheckParameterProvider<Told> {

        @Override
        public Class<Told> type() {
            return Told.class;
        }

        @Override
        public Told provide(CheckContext context) throws Exception {
            Text text = context.parameter().getAnnotation(Text.class);
            return new Told(
                    context.testClass(),
                    context.candidate().stream().toList(),
                    context.examples().size(),
                    context.resultsFolder().getFileName().toString(),
                    text == null ? "" : text.value());
        }
    }

    public static final class RandomProvider implements CheckParameterProvider<Random> {

        @Override
        public Class<Random> type() {
            return Random.class;
        }

        @Override
        public Random provide(CheckContext context) throws IOException {
            throw new IOException("no luck");
        }
    }

    public static final class CurrencyProvider implements CheckParameterProvider<Currency> {

        @Override
        public Class<Currency> type() {
            return Currency.class;
        }

        @Override
        public Currency provide(CheckContext context) {
            return null;
        }
    }

    @SuppressWarnings("rawtypes")
    public static final class LocaleProvider implements CheckParameterProvider {

        @Override
        public Class<?> type() {
            return Locale.class;
        }

        @Override
        public Object provide(CheckContext context) {
            return "C";
        }
    }

    public static class ClockProvider implements CheckParameterProvider<Clock> {

        @Override
        public Class<Clock> type() {
            return Clock.class;
        }

        @Override
        public Clock provide(CheckContext context) {
            throw new AssertionError("not to be called");
        }
    }

    public static final class OtherClockProvider extends ClockProvider {}

    @CrossValidate(folds = 2)
    abstract static class Numbers {

        @Examples
        Dataset<double[]> numbers() {
            return Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, Targets.numbers(1, 2, 3, 4));
        }

        @Candidate
        Learner<double[]> mean() {
            return Learners.mean();
        }
    }

    @ModelTest
    static class ToldModels extends Numbers {

        private static Told told(String candidate, String text) {
            return new Told(
                    ToldModels.class,
                    candidate.isEmpty() ? List.of() : List.of(candidate),
                    4,
                    ToldModels.class.getName(),
                    text);
        }

        @Check(judges = false)
        void each(@Text("first") Told first, Evaluation model, Told second) {
            assertThat(first).isEqualTo(told("mean", "first"));
            assertThat(second).isEqualTo(told("mean", ""));
        }

        @Check(of = "mean", judges = false)
        void one(Evaluation model, Told told) {
            assertThat(told).isEqualTo(told("mean", ""));
        }

        @Check(judges = false)
        void none(Told told) {
            assertThat(told).isEqualTo(told("", ""));
        }
    }

    @ModelTest
    @CrossValidate(folds = 2)
    static class StreamedModels {

        @Examples
        Dataset<double[]> numbers() {
            return Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, Targets.numbers(1, 2, 3, 4));
        }

        @Candidates
        List<?> grid() {
            return List.of(dev.assay.evaluation.Candidate.of("small", Learners.mean()));
        }

        @Check(of = "small", judges = false)
        void one(Evaluation model, Told told) {
            assertThat(told.candidate()).containsExactly("small");
        }
    }

    @ModelTest
    static class FailingModels extends Numbers {

        @Check(judges = false)
        void failing(Random random) {}

        @Check(judges = false)
        void givenNull(Currency currency) {}

        @Check(judges = false)
        void givenOther(Locale locale) {}

        @Check(judges = false)
        void needsNothing() {}
    }

    @ModelTest
    static class TwiceModels extends Numbers {

        @Check(judges = false)
        void check(Clock clock) {}
    }
}
