package dev.assay.adapters.tensorflow;

import dev.assay.learning.InvalidModelException;
import java.nio.file.Path;

/** Opens a model where TensorFlow's native libraries are missing, and prints what is told. */
final class WithoutNatives {

    private WithoutNatives() {}

    public static void main(String... arguments) {
        try {
            TensorFlowModel.read(Path.of(arguments[0])).close();
        } catch (InvalidModelException e) {
            System.out.println(e.getMessage());
        }
    }
}
