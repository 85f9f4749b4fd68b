package dev.assay.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Eclipse's runner of tests, which tells Eclipse over a socket what happens. */
final class RemoteRunner {

    private static final int SECONDS = 240;

    private RemoteRunner() {}

    /**
     * Runs tests as Eclipse does.
     *
     * @param platform the version of the JUnit Platform in the project
     * @param folder for what the run writes
     * @param arguments which tests
     * @return the lines that Eclipse would get
     */
    static List<String> run(String platform, Path folder, List<String> arguments) {
        try (ServerSocket eclipse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            eclipse.setSoTimeout(SECONDS * 1000);
            CompletableFuture<List<String>> messages = CompletableFuture.supplyAsync(() -> listen(eclipse));
            Fork fork = Fork.run(
                    folder,
                    Fork.java(Stream.of(
                                    List.of(
                                            "-Dassay.output=" + folder.resolve("assay"),
                                            "-cp",
                                            Place.path(Stream.of(
                                                    Place.client("console-" + platform),
                                                    Place.client("eclipse"),
                                                    List.of(Place.classes()),
                                                    Place.dependencies())),
                                            "org.eclipse.jdt.internal.junit.runner.RemoteTestRunner",
                                            "-version",
                                            "3",
                                            "-port",
                                            Integer.toString(eclipse.getLocalPort()),
                                            "-testLoaderClass",
                                            "org.eclipse.jdt.internal.junit5.runner.JUnit5TestLoader",
                                            "-loaderpluginname",
                                            "org.eclipse.jdt.junit5.runtime"),
                                    arguments)
                            .flatMap(List::stream)),
                    Map.of());
            if (fork.exitCode() != 0) {
                throw new AssertionError(fork.output());
            }
            return messages.get(SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Eclipse's runner sent nothing", e);
        }
    }

    private static List<String> listen(ServerSocket eclipse) {
        try (Socket runner = eclipse.accept();
                BufferedReader reader = new BufferedReader(new InputStreamReader(runner.getInputStream(), UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
