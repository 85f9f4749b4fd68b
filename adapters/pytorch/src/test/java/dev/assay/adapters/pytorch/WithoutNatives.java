package dev.assay.adapters.pytorch;

import dev.assay.learning.InvalidModelException;
import java.nio.file.Path;

/** Opens a model where PyTorch's native libraries are missing, and prints what is told. */
final class WithoutNatives {

    private WithoutNatives() {}

    public static void main(String... arguments) {
        try {
            TorchScriptModel.read(Path.of(arguments[0])).close();
        } catch (InvalidModelException e) {
            System.out.println(e.getMessage());
        }
    }
}
