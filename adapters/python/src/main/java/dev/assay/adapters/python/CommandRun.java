package dev.assay.adapters.python;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Runs a command and waits for it. What it prints goes to files, so that it can neither block nor fill the memory, and no thread
 * is needed to read it.
 */
record CommandRun(List<String> command, Duration timeLimit, Path directory, Map<String, String> environment) {

    private static final long POLL_MILLIS = 50;
    private static final long ORPHANS_MILLIS = 500;
    private static final int LONGEST = 100;
    private static final int LAST_LINES = 20;
    private static final int LAST_BYTES = 4000;

    /**
     * Runs the command until it ends, fails, or is killed.
     *
     * @param folder where files are exchanged
     * @param cancelled tells whether the outcome is not wanted any more
     * @throws CommandException if it can't be started, fails, or takes too long
     * @throws CancellationException if it was cancelled
     * @throws InterruptedException if the thread was interrupted
     */
    void in(RunFolder folder, BooleanSupplier cancelled) throws IOException, InterruptedException {
        Process process = start(folder);
        Thread hook = new Thread(() -> end(process, folder));
        boolean hooked = false;
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            hooked = true;
            await(process, folder, cancelled);
        } finally {
            // of a process that has ended by itself nobody knows any more what it had started
            if (process.isAlive()) {
                kill(process);
            }
            if (hooked) {
                unhook(hook);
            }
        }
        if (process.exitValue() != 0) {
            throw new CommandException(this + ": it failed with exit code " + process.exitValue() + said(folder));
        }
    }

    private Process start(RunFolder folder) throws IOException {
        String exchange = folder.exchange().toAbsolutePath().toString();
        List<String> all = new ArrayList<>(command);
        all.add(exchange);
        Path where = directory.toAbsolutePath();
        if (!Files.isDirectory(where)) {
            throw new CommandException(this + ": it can't run in " + where + ", which is no folder");
        }
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(where.toFile())
                .redirectOutput(folder.output().toFile())
                .redirectError(folder.errors().toFile());
        builder.environment().putAll(environment);
        builder.environment().put("ASSAY_FOLDER", exchange);
        try {
            Process process = builder.start();
            // nobody will write to it: a command that reads finds the end
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new CommandException(
                    this + ": it can't be started: " + e.getMessage() + "; is \"" + command.get(0)
                            + "\" installed and on the PATH? A path to the program works as well",
                    e);
        }
    }

    private void await(Process process, RunFolder folder, BooleanSupplier cancelled)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException(this + ": cancelled");
            }
            if (Duration.ofNanos(System.nanoTime() - start).compareTo(timeLimit) > 0) {
                kill(process);
                throw new CommandException(this + ": it was not done in " + text(timeLimit)
                        + ", which is the time limit, and was killed; raise the limit with withTimeLimit(…), or let it do less"
                        + said(folder));
            }
        }
    }

    private static String text(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    /** Kills the process and all that it has started, and waits until they are gone. */
    private static void kill(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        List<ProcessHandle> all = new ArrayList<>(started);
        // with the process gone, only what it has started may still have started more
        started.forEach(each -> each.descendants().forEach(all::add));
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                // where nobody collects dead orphans, as in some containers, they never seem to be gone
                .completeOnTimeout(null, ORPHANS_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    private static void end(Process process, RunFolder folder) {
        kill(process);
        try {
            folder.close();
        } catch (IOException e) {
            // the virtual machine ends, and nobody is there to be told
        }
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the virtual machine is ending, and the hook has the same to do
        }
    }

    private static String said(RunFolder folder) throws IOException {
        String errors = tail(folder.errors());
        String last = errors.isEmpty() ? tail(folder.output()) : errors;
        if (last.isEmpty()) {
            return "; it printed nothing";
        }
        return "; the last lines of its " + (errors.isEmpty() ? "output" : "errors") + ":\n" + last;
    }

    /** Reads the last lines of a file. */
    private static String tail(Path file) throws IOException {
        byte[] bytes;
        boolean cut;
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            cut = content.length() > LAST_BYTES;
            content.seek(Math.max(0, content.length() - LAST_BYTES));
            bytes = new byte[(int) Math.min(LAST_BYTES, content.length())];
            content.readFully(bytes);
        }
        List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                .stripTrailing()
                .lines()
                .toList();
        // the first one may have been cut
        int from = Math.max(cut && lines.size() > 1 ? 1 : 0, lines.size() - LAST_LINES);
        StringBuilder text = new StringBuilder();
        lines.subList(from, lines.size())
                .forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString().stripTrailing();
    }

    /** Returns the command, each argument cut if it is long, as class paths are. */
    @Override
    public String toString() {
        return command.stream()
                .map(each -> each.length() <= LONGEST ? each : each.substring(0, LONGEST - 1) + "…")
                .collect(Collectors.joining(" "));
    }
}
