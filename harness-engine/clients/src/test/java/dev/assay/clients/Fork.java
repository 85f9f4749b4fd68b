package dev.assay.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that ran to its end.
 *
 * @param exitCode what it returned
 * @param output what it wrote to both of its streams
 */
record Fork(int exitCode, String output) {

    /** Far more than any needs, so that a loaded machine fails nothing, and less than what a build waits for. */
    private static final long MINUTES = 4;

    /** Starts faster; what short runs compute doesn't repay a better compiler. */
    private static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Dfile.encoding=UTF-8");

    static List<String> java(Stream<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Place.java());
        command.addAll(QUICK);
        arguments.forEach(command::add);
        return command;
    }

    static String quickOptions() {
        return String.join(" ", QUICK);
    }

    /** Runs a program in a folder, where it also leaves its output. */
    static Fork run(Path folder, List<String> command, Map<String, String> environment) {
        Path log = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().remove("ASSAY_BASELINE");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try {
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    throw new AssertionError(
                            "didn't end within " + MINUTES + " minutes: " + command + "\n" + read(log));
                }
            } finally {
                process.destroyForcibly();
            }
            return new Fork(process.exitValue(), read(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while it ran: " + command, e);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
