package dev.assay.engine.internal.execution;

import dev.assay.evaluation.CrossValidation;
import dev.assay.result.CacheFiles;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Predictions of earlier runs, as the configuration lets classes use them. */
final class Caches {

    private final Configuration configuration;
    private final Set<Path> tidied = ConcurrentHashMap.newKeySet();

    Caches(Configuration configuration) {
        this.configuration = configuration;
    }

    CrossValidation<?> of(Class<?> owner, CrossValidation<?> validation) {
        if (configuration.cache() == Configuration.CacheUse.OFF) {
            return validation;
        }
        Path folder = configuration.cacheFolder().orElseGet(() -> OutputDirectory.ofCache(owner));
        CacheFiles files = CacheFiles.in(folder);
        if (configuration.cache() == Configuration.CacheUse.READ) {
            return validation.cache(files.readOnly(), owner);
        }
        // once in a run
        if (tidied.add(folder)) {
            files.tidy();
        }
        return validation.cache(files, owner);
    }
}
