package dev.assay.adapters.pytorch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import dev.assay.learning.InvalidModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** PyTorch in this JVM. */
final class Torch {

    /** DJL tells its makers of its use, unless this is true. */
    private static final String NO_TRACKING = "OPT_OUT_TRACKING";

    /** DJL fetches what is missing, unless this is true. */
    private static final String OFFLINE = "ai.djl.offline";

    private Torch() {}

    /** Starts PyTorch, unless it has been started. */
    static Engine engine() {
        for (String property : new String[] {NO_TRACKING, OFFLINE}) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "true");
            }
        }
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | IllegalStateException | LinkageError | AssertionError e) {
            throw new InvalidModelException(
                    "PyTorch can't be started: " + reason(e)
                            + "; its native libraries are in ai.djl.pytorch:pytorch-native-cpu:" + version()
                            + ", to be added as a dependency with the classifier " + platform(),
                    e);
        }
    }

    static Map<String, String> versions() {
        return Map.of("pytorch", engine().getVersion(), "djl", Engine.getDjlVersion());
    }

    /** Names this platform as DJL's classifiers do. */
    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "osx" : system.startsWith("win") ? "win" : "linux";
        String processor = System.getProperty("os.arch");
        return family + "-" + (processor.equals("amd64") ? "x86_64" : processor);
    }

    /** Reads for which PyTorch DJL's own native code was built. */
    private static String version() {
        Properties properties = new Properties();
        try (InputStream content = Torch.class.getResourceAsStream("/jnilib/pytorch.properties")) {
            properties.load(Objects.requireNonNull(content, "ai.djl.pytorch:pytorch-jni isn't on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("jni_version").split("-", 2)[0];
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }
}
