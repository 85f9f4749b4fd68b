package dev.assay.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Marks a class as a test of models.
 *
 * <pre>{@code
 * @ModelTest
 * @CrossValidate(folds = 10, repeats = 3, seed = 42)
 * class TumourModelTest {
 *
 *     @Examples
 *     Dataset<double[]> tumours() {
 *         return CsvDataset.of(Path.of("data/breast-cancer.csv")).target("diagnosis").read().numeric();
 *     }
 *
 *     @Candidate
 *     Learner<double[]> logisticRegression() {
 *         return new LogisticRegression();
 *     }
 *
 *     @Candidate("majority class")
 *     Learner<double[]> floor() {
 *         return Learners.majorityClass();
 *     }
 *
 *     @Check(of = "logistic regression")
 *     void isGoodEnough(Evaluation model) {
 *         assertThatModel(model).hasF1AtLeast(0.9);
 *     }
 *
 *     @Check
 *     void logisticRegressionWins(Comparison models) {
 *         assertThatComparison(models).selects("logistic regression");
 *     }
 * }
 * }</pre>
 *
 * <p>The class has one method with {@link Examples}, any number with {@link Candidate}, perhaps one with {@link
 * Candidates}, which gives several, and at least one with {@link Check}, perhaps in a group.
 * {@link CrossValidate}, {@link Holdout} or a method with {@link Resampling} says how candidates are evaluated; without any of
 * them it is {@code @CrossValidate}.
 * Members may be inherited, also from interfaces. The class is not private, not abstract, not an inner class, and has a
 * constructor without parameters. Whatever is not so is reported when tests are discovered: the class is left out, and JUnit
 * runs no model test at all until it is mended.
 *
 * <p>All checks of a class share one instance of it. Examples are read and candidates evaluated at most once, when the first
 * check needs them: all candidates that any selected check needs are evaluated together. If one fails, each check that needs
 * it reports that, and the others still run. Checks run in the order of their names, unless they run at the same time. Methods with {@link BeforeEvaluation} and
 * {@link AfterEvaluation} are called around all that.
 *
 * <p>Checks that belong together may stand in inner classes with {@link CheckGroup}.
 *
 * <p>Maven and Gradle look for tests by the names of classes: name the class {@code …Test}.
 *
 * <p>Where JUnit Jupiter is on the class path, its {@code @DisplayName}, {@code @Tag}, {@code @Disabled}, and {@code
 * @EnabledIfSystemProperty}, {@code @EnabledIfEnvironmentVariable} and their opposites on the class, on checks and on candidates
 * mean what they mean there. They are looked at when the class runs. Any other condition of Jupiter's on these is reported when
 * tests are discovered, since nobody would look at it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Testable
public @interface ModelTest {}
