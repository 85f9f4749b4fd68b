package dev.assay.adapters.pytorch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Makes TorchScript files that do anything, by rewriting the code inside the file of a model. */
final class TorchScriptFile {

    private static final String CODE = "digits-cnn/code/__torch__/torch/nn/modules/container.py";

    private interface Change {
        void of(FileSystem zip) throws IOException;
    }

    private TorchScriptFile() {}

    /** Writes a model that returns an expression of {@code input}. */
    static Path returning(Path file, String type, String expression) {
        return with(file, "input: Tensor", type, expression);
    }

    /** Writes a model that takes other arguments, too. */
    static Path with(Path file, String arguments, String type, String expression) {
        return changed(file, zip -> {
            Path path = zip.getPath(CODE);
            String code = Files.readString(path);
            String head = code.substring(0, code.indexOf("    input: Tensor"));
            Files.writeString(path, head + "    " + arguments + ") -> " + type + ":\n    return " + expression + "\n");
        });
    }

    /** Writes what {@code torch.save} does, as far as reading goes. */
    static Path withoutConstants(Path file) {
        return changed(file, zip -> Files.delete(zip.getPath("digits-cnn/constants.pkl")));
    }

    private static Path changed(Path file, Change change) {
        try {
            Files.copy(Digits.file(), file, StandardCopyOption.REPLACE_EXISTING);
            // PyTorch writes nothing compressed
            try (FileSystem zip = FileSystems.newFileSystem(file, Map.of("noCompression", "true"))) {
                change.of(zip);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
