package dev.assay.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Stands for a class path with {@link ForeignLibrary}'s jar on it: defines that class once more, outside of the module
 * under test, where service files count.
 */
public final class AdapterClassLoader extends ClassLoader {

    private static final String SERVICES = "META-INF/services/dev.assay.learning.";

    private final Path serviceFile;

    private AdapterClassLoader(Path serviceFile) {
        super(ForeignLibrary.class.getClassLoader());
        this.serviceFile = serviceFile;
    }

    /**
     * Runs a test with that adapter on the class path of the current thread.
     *
     * @param folder for the service file
     * @param test the test
     */
    public static void with(Path folder, Runnable test) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        try {
            Path serviceFile = Files.writeString(folder.resolve("services"), ForeignLibrary.class.getName());
            thread.setContextClassLoader(new AdapterClassLoader(serviceFile));
            test.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(ForeignLibrary.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) {
        try (InputStream stream = ForeignLibrary.class.getResourceAsStream("ForeignLibrary.class")) {
            byte[] bytes = stream.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws MalformedURLException {
        return Collections.enumeration(
                name.startsWith(SERVICES) ? List.of(serviceFile.toUri().toURL()) : List.of());
    }
}
