package dev.assay.maven;

import dev.assay.result.BaselineFile;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.ResultFiles;
import dev.assay.result.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a module's folder of results holds.
 *
 * @param module the module
 * @param classes the results of its test classes; none if there is no such folder
 */
record ModuleResults(ModuleFolders module, List<ClassResults> classes) {

    /** Copies the list. */
    ModuleResults {
        classes = List.copyOf(classes);
    }

    /**
     * Reads all results.
     *
     * @throws dev.assay.result.ResultException if a file can't be read or is none of Assay's; the message names it
     */
    static ModuleResults read(ModuleFolders module) {
        return new ModuleResults(
                module, Files.isDirectory(module.results()) ? ResultFiles.readAll(module.results()) : List.of());
    }

    static List<ModuleResults> read(List<ModuleFolders> modules) {
        return modules.stream().map(ModuleResults::read).toList();
    }

    static List<ClassResults> classes(List<ModuleResults> modules) {
        return modules.stream().flatMap(module -> module.classes().stream()).toList();
    }

    /** Reads how long candidates took, of those that timings were kept of. */
    List<Timings> timings() {
        ResultFiles files = ResultFiles.in(module.results());
        return classes.stream()
                .flatMap(ofClass -> ofClass.results().stream())
                .flatMap(result -> files.readTimings(result.testClass(), result.candidate()).stream())
                .toList();
    }

    /** Names the file of a result as a reader at the project's folder would. */
    String evidence(Result result) {
        return BaselineFile.shown(file(result));
    }

    private Path file(Result result) {
        return ResultFiles.in(module.results()).file(result.testClass(), result.candidate());
    }

    /** Returns what is wrong with results that are not of the tests as they are now. */
    List<String> stale() {
        List<String> sentences = new ArrayList<>();
        if (!Files.isDirectory(module.testClasses())) {
            return sentences;
        }
        for (ClassResults ofClass : classes) {
            String name = ofClass.summary().testClass();
            Path compiled = module.testClasses().resolve(name.replace('.', '/') + ".class");
            if (!Files.exists(compiled)) {
                sentences.add(folder(name) + " has results of " + name
                        + ", a class that there is no more; delete the folder, or run mvn clean");
            } else {
                ofClass.results().stream()
                        .filter(result -> isOlder(file(result), compiled))
                        .map(result -> evidence(result) + " is older than its test class; run " + name + " again")
                        .forEach(sentences::add);
            }
        }
        return sentences;
    }

    private String folder(String testClass) {
        return BaselineFile.shown(module.results().resolve(testClass));
    }

    private static boolean isOlder(Path file, Path than) {
        try {
            return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
