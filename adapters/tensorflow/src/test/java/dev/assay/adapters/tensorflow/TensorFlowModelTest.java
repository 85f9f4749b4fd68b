package dev.assay.adapters.tensorflow;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.learning.InvalidModelException;
import dev.assay.learning.LearnerProvider;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.tensors.TensorPredictor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

class TensorFlowModelTest {

    private static final List<double[]> TWO_ROWS = List.of(new double[] {0.25, 0.75}, new double[] {0.5, 0.5});

    @TempDir
    Path parent;

    private <T extends TNumber> Path twice(Class<T> type, Shape shape) {
        return SavedModels.write(parent.resolve("twice"), (tf, signature) -> {
            Placeholder<T> x = tf.placeholder(type, Placeholder.shape(shape));
            signature.input("x", x).output("y", tf.math.add(x, x));
        });
    }

    @Test
    void inputs_and_outputs_are_read() {
        try (TensorFlowModel model = TensorFlowModel.read(Wine.folder())) {
            assertThat(model.inputs()).hasToString("['features' (float32 [batch, 13])]");
            assertThat(model.outputs()).hasToString("['probabilities' (float32 [batch, 3])]");
            assertThat(model.folder()).isEqualTo(Wine.folder());
            assertThat(model)
                    .hasToString(
                            Wine.folder()
                                    + ": inputs 'features' (float32 [batch, 13]); outputs 'probabilities' (float32 [batch, 3])");
        }
    }

    @Test
    void a_folder_that_is_not_there_or_no_model_is_named() throws IOException {
        Path missing = parent.resolve("model");
        Path file = Files.createFile(parent.resolve("file.pb"));

        assertThatThrownBy(() -> TensorFlowModel.read(missing))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(missing + ": there is no such folder (looked for " + missing + ")");
        assertThatThrownBy(() -> TensorFlowModel.read(file))
                .hasMessageStartingWith(file + " is a file, not the folder of a SavedModel");
        assertThatThrownBy(() -> TensorFlowModel.read(parent))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(parent + " has no saved_model.pb, so it is no SavedModel");
    }

    @Test
    void damaged_files_are_told_with_tensorflows_reason() throws IOException {
        Path cut = SavedModels.copy(parent.resolve("cut"));
        byte[] graph = Files.readAllBytes(cut.resolve("saved_model.pb"));
        Files.write(cut.resolve("saved_model.pb"), Arrays.copyOf(graph, graph.length / 2));
        Path text = SavedModels.copy(parent.resolve("text"));
        Files.writeString(text.resolve("saved_model.pb"), "version https://git-lfs.github.com/spec/v1\n");
        Path weights = SavedModels.copy(parent.resolve("weights"));
        Path variables = weights.resolve("variables/variables.data-00000-of-00001");
        Files.write(variables, Arrays.copyOf(Files.readAllBytes(variables), 1000));

        for (Path folder : List.of(cut, text, weights)) {
            assertThatThrownBy(() -> TensorFlowModel.read(folder))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageStartingWith(folder + " is damaged; ")
                    .hasMessageNotContaining("{{");
        }
    }

    @Test
    void missing_variables_are_explained() throws IOException {
        Path folder = SavedModels.copy(parent.resolve("bare"));
        Files.delete(folder.resolve("variables/variables.index"));
        try (TensorFlowModel model = TensorFlowModel.read(folder)) {
            TensorPredictor predictor = Wine.feed(model).probabilities();

            assertThatThrownBy(() -> predictor.predict(Wine.testData().inputs()))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageStartingWith(
                            folder + ": TensorFlow 2.18.0 failed on rows 0 to 53, a tensor float32 [54, 13]: ")
                    .hasMessageContaining("Could not find variable")
                    .hasMessageEndingWith(
                            "; are the variables there? Keras 3 writes such that TensorFlow Java finds with"
                                    + " model.export(folder)");
        }
    }

    @Test
    void another_signature_is_taken_by_its_name() throws Exception {
        TensorFlowOptions serve = TensorFlowOptions.withDefaults().withSignature("serve");
        try (TensorFlowModel model = TensorFlowModel.read(Wine.folder(), serve)) {
            assertThat(Wine.feed(model)
                            .probabilities()
                            .predict(Wine.testData().inputs())
                            .size())
                    .isEqualTo(54);
        }
    }

    @Test
    void signatures_and_tags_that_the_model_does_not_have_are_named() {
        assertThatThrownBy(() -> TensorFlowModel.read(
                        Wine.folder(), TensorFlowOptions.withDefaults().withSignature("predict")))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(
                        Wine.folder() + " has no signature 'predict'; its signatures are 'serve', 'serving_default'");
        assertThatThrownBy(() -> TensorFlowModel.read(
                        Wine.folder(), TensorFlowOptions.withDefaults().withTag("train")))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(Wine.folder() + " has no graph with the tag 'train'; ");
    }

    @Test
    void names_that_the_signature_does_not_have_are_answered_with_those_it_has() {
        try (TensorFlowModel model = TensorFlowModel.read(Wine.folder())) {
            assertThatThrownBy(() -> model.input("X"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(Wine.folder() + " has no input 'X' in its signature 'serving_default'; its inputs are"
                            + " 'features' (float32 [batch, 13])");
            assertThatThrownBy(() -> Wine.feed(model).logits("logits"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(Wine.folder()
                            + " has no output 'logits' in its signature 'serving_default'; its outputs are"
                            + " 'probabilities' (float32 [batch, 3])");
        }
    }

    @Test
    void another_number_of_labels_is_refused() {
        try (TensorFlowModel model = TensorFlowModel.read(Wine.folder())) {
            assertThatThrownBy(() ->
                            model.input("features").withLabels("red", "white").probabilities())
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(Wine.folder()
                            + ": output 'probabilities' (float32 [batch, 3]) doesn't fit; expected a score"
                            + " for each of the 2 labels \"red\", \"white\" for each row");
        }
    }

    @Test
    void rows_of_another_length_are_named() {
        try (TensorFlowModel model = TensorFlowModel.read(Wine.folder())) {
            TensorPredictor predictor = Wine.feed(model).probabilities();

            assertThatThrownBy(() -> predictor.predict(List.of(new double[13], new double[12])))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage(
                            "row 1: it has 12 numbers, but input 'features' (float32 [batch, 13]) takes 13 per row ("
                                    + Wine.folder() + ")");
        }
    }

    @Test
    void double_precision_is_kept_and_open_shapes_are_said() throws Exception {
        try (TensorFlowModel model = TensorFlowModel.read(twice(TFloat64.class, Shape.of(-1, -1)))) {
            NumberPredictions predictions =
                    (NumberPredictions) model.input("x", 1).numbers("y").predict(List.of(new double[] {0.5 + 1e-12}));

            assertThat(predictions.value(0)).isEqualTo(1 + 2e-12);
            assertThatThrownBy(() -> model.input("x"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageEndingWith(
                            "twice: the shape of input 'x' (float64 [batch, ?]) is open; say all of its sizes"
                                    + " but that of the batch");
            assertThatThrownBy(() -> model.input("x", 1, 2))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageEndingWith("input 'x' (float64 [batch, ?]) doesn't take rows of shape [1, 2]");
        }
    }

    @Test
    void a_shape_that_is_wholly_unknown_is_said() throws Exception {
        try (TensorFlowModel model = TensorFlowModel.read(twice(TFloat32.class, Shape.unknown()))) {
            LabelPredictions predictions = (LabelPredictions)
                    model.input("x", 2).withLabels("a", "b").margins().predict(TWO_ROWS);

            assertThat(predictions.score(0, 1)).isEqualTo(1.5);
            assertThatThrownBy(() -> model.input("x", 2)
                            .withLabels("a", "b", "c")
                            .margins()
                            .predict(TWO_ROWS))
                    .isInstanceOf(InvalidPredictionsException.class)
                    .hasMessageContaining(
                            "twice: output 'y' (float32) gave a tensor float32 [2, 2] for 2 rows; expected a"
                                    + " score for each of the 3 labels");
        }
    }

    @Test
    void batches_of_a_fixed_size_are_filled_up() throws Exception {
        try (TensorFlowModel model = TensorFlowModel.read(twice(TFloat32.class, Shape.of(2, 1)))) {
            NumberPredictions predictions = (NumberPredictions)
                    model.input("x").numbers().predict(List.of(new double[] {1}, new double[] {2}, new double[] {3}));

            assertThat(predictions.size()).isEqualTo(3);
            assertThat(predictions.value(2)).isEqualTo(6);
        }
    }

    @Test
    void inputs_and_outputs_of_whole_numbers_are_refused() {
        try (TensorFlowModel model = TensorFlowModel.read(twice(TInt64.class, Shape.of(-1, 1)))) {
            assertThatThrownBy(() -> model.input("x"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageEndingWith(
                            "twice: input 'x' (int64 [batch, 1]) can't be fed; only inputs of float32 and float64 can");
        }
        Path folder = SavedModels.write(parent.resolve("whole"), (tf, signature) -> {
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
            signature.input("x", x).output("y", tf.dtypes.cast(x, TInt64.class));
        });
        try (TensorFlowModel model = TensorFlowModel.read(folder)) {
            assertThatThrownBy(() -> model.input("x").numbers())
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(
                            folder + ": output 'y' (int64 [batch, 1]) doesn't fit; expected one number for each row");
        }
    }

    @Test
    void half_precision_is_read() throws Exception {
        Path folder = SavedModels.write(parent.resolve("half"), (tf, signature) -> {
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
            signature.input("x", x).output("y", tf.dtypes.cast(x, TBfloat16.class));
        });
        try (TensorFlowModel model = TensorFlowModel.read(folder)) {
            NumberPredictions predictions =
                    (NumberPredictions) model.input("x").numbers("y").predict(List.of(new double[] {0.5}));

            assertThat(predictions.value(0)).isEqualTo(0.5);
        }
    }

    @Test
    void several_inputs_are_refused_and_of_several_outputs_one_is_named() throws Exception {
        Path folder = SavedModels.write(parent.resolve("outputs"), (tf, signature) -> {
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
            signature.input("x", x).output("y", tf.math.add(x, x)).output("z", tf.math.neg(x));
        });
        try (TensorFlowModel model = TensorFlowModel.read(folder)) {
            assertThat(((LabelPredictions) model.input("x")
                                    .withLabels("a", "b")
                                    .margins("z")
                                    .predict(TWO_ROWS))
                            .score(0, 0))
                    .isEqualTo(-0.25);
            assertThatThrownBy(() -> model.input("x").withLabels("a", "b").margins())
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(
                            folder + " has 2 outputs, 'y' (float32 [batch, 2]), 'z' (float32 [batch, 2]); name the one"
                                    + " that counts, as in logits(\"name\")");
        }
        Path inputs = SavedModels.write(parent.resolve("inputs"), (tf, signature) -> {
            Placeholder<TFloat32> a = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
            Placeholder<TFloat32> b = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
            signature.input("a", a).input("b", b).output("y", tf.math.add(a, b));
        });
        try (TensorFlowModel model = TensorFlowModel.read(inputs)) {
            assertThatThrownBy(() -> model.input("a"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(inputs
                            + " has more inputs than 'a': 'a' (float32 [batch, 2]), 'b' (float32 [batch, 2]); only"
                            + " models of one input can be fed");
        }
    }

    @Test
    void what_tensorflow_refuses_is_told_without_the_graph() {
        Path folder = SavedModels.write(parent.resolve("picky"), (tf, signature) -> {
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1)));
            signature.input("x", x).output("y", tf.math.add(x, tf.constant(new float[][] {{1, 2, 3}})));
        });
        try (TensorFlowModel model = TensorFlowModel.read(folder)) {
            assertThatThrownBy(() -> model.input("x", 2)
                            .withLabels("a", "b", "c")
                            .margins()
                            .predict(TWO_ROWS))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage(
                            folder + ": TensorFlow 2.18.0 failed on rows 0 to 1, a tensor float32 [2, 2]: Incompatible"
                                    + " shapes: [1,3] vs. [2,2]");
        }
    }

    @Test
    void options_are_checked() {
        assertThatThrownBy(() -> TensorFlowOptions.withDefaults().withThreads(0))
                .hasMessage("the number of threads is at least 1, not 0");
        assertThat(TensorFlowOptions.withDefaults().withThreads(3).config().getIntraOpParallelismThreads())
                .isEqualTo(3);
    }

    @Test
    void a_closed_model_says_so() {
        TensorFlowModel model = TensorFlowModel.read(Wine.folder());
        TensorPredictor predictor = Wine.feed(model).probabilities();

        model.close();
        predictor.close();

        assertThatThrownBy(() -> predictor.predict(Wine.testData().inputs()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Wine.folder() + " was closed; close a model when nothing more is to be predicted");
    }

    @Test
    void a_model_as_it_is_asks_what_goes_in_and_comes_out() {
        assertThat(ServiceLoader.load(LearnerProvider.class)).hasExactlyElementsOfTypes(TensorFlowModelProvider.class);
        try (TensorFlowModel model = TensorFlowModel.read(Wine.folder())) {
            assertThatThrownBy(() -> assertThatModel(model).on(Wine.testData()))
                    .hasMessageContaining(
                            "say what the model takes and what its output holds, as in model.input(\"x\")");
        }
    }

    @Test
    void the_example_of_the_readme_holds() {
        Dataset<double[]> wines = Wine.testData();
        Path folder = Wine.folder();

        try (TensorFlowModel network = TensorFlowModel.read(folder)) {
            assertThatModel(network.input("features")
                            .withLabels("class_0", "class_1", "class_2")
                            .probabilities("probabilities"))
                    .on(wines)
                    .hasAccuracyAtLeast(0.95);
        }
    }

    @Test
    void the_readme_shows_that_example() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("../../README.md")).stream()
                .dropWhile(line -> !line.equals("## TensorFlow models"))
                .dropWhile(line -> !line.equals("```java"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .toList();

        assertThat(shown).hasSize(7);
        assertThat(
                        Files.readAllLines(
                                        Path.of("src/test/java/dev/assay/adapters/tensorflow/TensorFlowModelTest.java"))
                                .stream()
                                .map(String::strip))
                .containsSubsequence(shown);
    }

    /** In a JVM of its own, since TensorFlow is loaded in this one. */
    @Test
    void missing_native_libraries_are_named_with_the_dependency_that_has_them() throws Exception {
        String platform = System.getProperty("assay.test.platform");
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(platform + ".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Path output = parent.resolve("output.txt");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        WithoutNatives.class.getName(),
                        Wine.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        assertThat(Files.readString(output))
                // newer JVMs warn of native access before
                .contains("TensorFlow can't be started: no jnitensorflow in java.library.path")
                .contains(
                        "; its native libraries are in org.tensorflow:tensorflow-core-native, to be added as a dependency of"
                                + " the same version as tensorflow-core-api with the classifier " + platform);
        assertThat(exit).isZero();
    }
}
