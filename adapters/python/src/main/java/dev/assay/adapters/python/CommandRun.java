package dev.assay.adapters.python;

import java.io.File;
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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Runs a command and waits for it. What it prints goes to files, so that it can neither block nor fill the memory, and no thread
 * is needed to read it.
 */
record CommandRun(List<String> command, Duration timeLimit, Path directory, Map<String, String> environment) {

    private static final long POLL_MILLIS = 50;
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
        ProcessTree tree = new ProcessTree(process);
        Thread hook = new Thread(() -> {
            tree.kill();
            folder.close();
        });
        boolean hooked = false;
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            hooked = true;
            await(process, tree, folder, cancelled);
        } finally {
            tree.end();
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
        Path where = directory.toAbsolutePath();
        if (!Files.isDirectory(where)) {
            throw new CommandException(this + ": it can't run in " + where + ", which is no folder");
        }
        List<String> all = new ArrayList<>(command);
        all.set(0, program(where));
        all.add(exchange);
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

    /** Names the program by its whole path if it is a relative one, for which Windows would look elsewhere. */
    private String program(Path where) {
        String program = command.get(0);
        boolean isPath = program.contains("/") || program.contains(File.separator);
        File there = new File(where.toFile(), program);
        return isPath && !new File(program).isAbsolute() && there.isFile() ? there.getPath() : program;
    }

    private void await(Process process, ProcessTree tree, RunFolder folder, BooleanSupplier cancelled)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            tree.look();
            if (cancelled.getAsBoolean()) {
                throw new CancellationException(this + ": cancelled");
            }
            if (Duration.ofNanos(System.nanoTime() - start).compareTo(timeLimit) > 0) {
                tree.kill();
                throw new CommandException(this + ": it was not done in " + text(timeLimit)
                        + ", which is the time limit, and was killed; raise the limit with withTimeLimit(…), or let it do less"
                        + said(folder));
            }
        }
    }

    private static String text(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
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
