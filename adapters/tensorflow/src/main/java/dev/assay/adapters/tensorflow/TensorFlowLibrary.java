package dev.assay.adapters.tensorflow;

import dev.assay.learning.InvalidModelException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tensorflow.TensorFlow;

/** TensorFlow in this JVM. */
final class TensorFlowLibrary {

    private TensorFlowLibrary() {}

    /** Loads TensorFlow, unless it has been loaded, and returns its version. */
    static String version() {
        try {
            return TensorFlow.version();
        } catch (LinkageError e) {
            throw new InvalidModelException(
                    "TensorFlow can't be started: " + e.getMessage()
                            + "; its native libraries are in org.tensorflow:tensorflow-core-native, to be added as a dependency"
                            + " of the same version as tensorflow-core-api with the classifier " + platform(),
                    e);
        }
    }

    /** Names this platform as TensorFlow's classifiers do. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "macosx" : system.startsWith("win") ? "windows" : "linux";
        String processor = System.getProperty("os.arch");
        return family + "-"
                + switch (processor) {
                    case "amd64" -> "x86_64";
                    case "aarch64" -> "arm64";
                    default -> processor;
                };
    }

    /** Leaves out of a message where in the graph it happened, and puts what is left in one line. */
    static String shorten(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("[["))
                .collect(Collectors.joining(" "));
        return message.contains("Could not find variable")
                ? message
                        + "; are the variables there? Keras 3 writes such that TensorFlow Java finds with model.export(folder)"
                : message;
    }
}
