package dev.assay.adapters.tensorflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;

/** Writes small SavedModels. */
final class SavedModels {

    private SavedModels() {}

    /** Writes a graph with one signature, {@code serving_default}. */
    static Path write(Path folder, BiConsumer<Ops, Signature.Builder> graph) {
        try (Graph open = new Graph();
                Session session = new Session(open)) {
            Signature.Builder signature = Signature.builder("serving_default");
            graph.accept(Ops.create(open), signature);
            SavedModelBundle.exporter(folder.toString())
                    .withTags("serve")
                    .withSession(session)
                    .withSignature(signature.build())
                    .export();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Copies the model of wines, so that it can be damaged. */
    static Path copy(Path folder) {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(Wine.folder())) {
            paths = walk.toList();
            for (Path path : paths) {
                Files.copy(path, folder.resolve(Wine.folder().relativize(path).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
