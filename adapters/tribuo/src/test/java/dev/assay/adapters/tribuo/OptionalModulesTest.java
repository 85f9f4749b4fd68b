package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import dev.assay.learning.DatasetProvider;
import dev.assay.learning.Learner;
import dev.assay.learning.LearnerProvider;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.learning.Training;
import dev.assay.prediction.Predictions;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter on a class path without Tribuo's modules for sets of labels, clusters and anomalies. */
class OptionalModulesTest {

    private static final Pattern LEFT_OUT = Pattern.compile("tribuo-(multilabel|clustering|anomaly)-.*");

    /** Loads the adapter and Tribuo anew; Assay is the test's. */
    private static URLClassLoader small;

    @BeforeAll
    static void makeClassPath() {
        URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !LEFT_OUT.matcher(path.getFileName().toString()).matches())
                .map(OptionalModulesTest::url)
                .toArray(URL[]::new);
        small = new URLClassLoader(urls, null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                return name.startsWith("dev.assay.") && !name.startsWith("dev.assay.adapters.")
                        ? Class.forName(name)
                        : super.findClass(name);
            }
        };
    }

    @AfterAll
    static void close() throws IOException {
        small.close();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(String className) throws ReflectiveOperationException {
        return small.loadClass(className).getConstructor().newInstance();
    }

    private static LearnerProvider<Object> provider() throws ReflectiveOperationException {
        return typed(make(TribuoLearnerProvider.class.getName()));
    }

    @SuppressWarnings("unchecked") // the provider's inputs are examples of another class loader
    private static LearnerProvider<Object> typed(Object provider) {
        return (LearnerProvider<Object>) provider;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.tribuo.multilabel.MultiLabel", "org.tribuo.clustering.ClusterID", "org.tribuo.anomaly.Event"
            })
    void the_class_path_lacks_them(String className) {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> small.loadClass(className));
    }

    @Test
    void labels_are_learned_as_with_them() throws Exception {
        assertThat(predicted(TestData.iris(), "org.tribuo.classification.sgd.linear.LogisticRegressionTrainer"))
                .isEqualTo(Fits.content(Fits.labels(TestData.iris(), TestTrainers.LOGISTIC_REGRESSION.labels())));
    }

    @Test
    void numbers_are_learned_as_with_them() throws Exception {
        assertThat(predicted(TestData.diabetes(), "org.tribuo.regression.rtree.CARTRegressionTrainer"))
                .hasSize(TestData.testRows(TestData.diabetes()).length);
    }

    private static List<Object> predicted(Dataset<double[]> data, String trainer) throws Exception {
        LearnerProvider<Object> provider = provider();
        Dataset<Object> adapted = provider.adapt(data);
        Learner<Object> learner = provider.learner(make(trainer), Sharing.SHARED);
        Predictions predictions = learner.fit(Training.of(adapted.select(TestData.trainingRows(data)), Seed.of(42)))
                .predict(adapted.select(TestData.testRows(data)).inputs());
        return Fits.content(predictions);
    }

    @Test
    void fitted_models_predict_and_data_sets_are_read() throws Exception {
        Class<?> testData = small.loadClass(TestData.class.getName());
        Method bareIris = testData.getDeclaredMethod("bareIris");
        bareIris.setAccessible(true);
        Object data = bareIris.invoke(null);
        Object trainer = make("org.tribuo.classification.sgd.linear.LogisticRegressionTrainer");
        Object model = trainer.getClass()
                .getMethod("train", small.loadClass("org.tribuo.Dataset"))
                .invoke(trainer, data);

        Dataset<?> read = ((DatasetProvider) make(TribuoDatasetProvider.class.getName())).dataset(data);

        LearnerProvider<Object> provider = provider();
        assertThat(provider.predictor(model)
                        .predict(provider.adapt(read).inputs())
                        .size())
                .isEqualTo(150);
    }

    @Test
    void fails_for_sets_of_labels_with_the_dependency_to_add() throws Exception {
        LearnerProvider<Object> provider = provider();

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> provider.adapt(TestData.traits()))
                .withMessage("the targets of traits are sets of labels, and org.tribuo.multilabel.MultiLabel is not on"
                        + " the class path; add the dependency org.tribuo:tribuo-multilabel-sgd, or another whose"
                        + " trainers learn sets of labels");
    }
}
