package dev.assay.adapters.python;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.learning.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that is there wherever tests run, since it runs in the same Java: it does what its first argument says. */
final class Program {

    private static final String HANGING = "hang";

    private Program() {}

    /** Returns the command. */
    static CommandLearner does(String... what) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(what));
        return CommandLearner.of(command.toArray(String[]::new));
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName());
    }

    /** Runs in a process of its own. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[arguments.length - 1]);
        Path predictions = folder.resolve("predictions.csv");
        switch (arguments[0]) {
            case "classify" -> classify(folder, predictions);
            case "write" -> Files.writeString(predictions, arguments[1].replace(';', '\n'));
            case "nothing" -> {
                // as a script that forgets to write
            }
            case "fail" -> {
                remember(arguments[1], folder);
                IntStream.rangeClosed(1, 30).forEach(line -> System.err.println("line " + line));
                System.exit(3);
            }
            case "fail silently" -> System.exit(1);
            case "fail on output" -> {
                System.out.println("no such column");
                System.exit(1);
            }
            case "chatter" -> chatter(folder, predictions);
            case "read" -> Files.writeString(predictions, "predicted\n" + (System.in.read() < 0 ? "end" : "more"));
            case "environment" ->
                Files.writeString(
                        predictions,
                        "predicted\n" + System.getenv("OMP_NUM_THREADS") + "\n"
                                + folder.toString().equals(System.getenv("ASSAY_FOLDER")) + "\n"
                                + Path.of("").toAbsolutePath());
            case "leave" -> leave(arguments[1]);
            case HANGING -> hang(arguments[1], folder);
            case "fail and leave a process" -> {
                startChild(arguments[1], folder);
                // long enough for the child to be seen
                Thread.sleep(1500);
                System.exit(3);
            }
            case "classify and leave a process" -> {
                startChild(arguments[1], folder);
                Thread.sleep(1500);
                Files.writeString(predictions, "predicted\na\nb\n");
            }
            case "leave a folder" -> leaveFolder(arguments[1]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void classify(Path folder, Path predictions) throws IOException {
        JsonNode fold = new JsonMapper().readTree(Files.readString(folder.resolve("fold.json")));
        List<String> labels =
                fold.get("labels").valueStream().map(JsonNode::asString).toList();
        int features = fold.get("features").size();
        List<String[]> train = cells(folder.resolve(fold.get("train").asString()));
        NearestCentroid model = new NearestCentroid(
                train.stream().map(cells -> numbers(cells, features)).toList(),
                train.stream()
                        .mapToInt(cells -> labels.indexOf(cells[features]))
                        .toArray(),
                labels.size());
        StringBuilder text = new StringBuilder("predicted\n");
        for (String[] cells : cells(folder.resolve(fold.get("test").asString()))) {
            text.append(labels.get(model.predict(numbers(cells, features)))).append('\n');
        }
        Files.writeString(predictions, text);
    }

    private static List<String[]> cells(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static double[] numbers(String[] cells, int features) {
        return Arrays.stream(cells, 0, features)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Prints more than any pipe holds. */
    private static void chatter(Path folder, Path predictions) throws IOException {
        String line = "x".repeat(1023);
        for (int i = 0; i < 1024; i++) {
            System.out.println(line);
            System.err.println(line);
        }
        classify(folder, predictions);
    }

    /** Ends while a command of its own is running. */
    private static void leave(String notes) throws InterruptedException {
        Dataset<Object> data = Dataset.of(List.of("x", "y"), Targets.labels("a", "b"));
        Thread caller = new Thread(() -> {
            try {
                does(HANGING, notes).fit(Training.of(data, Seed.of(1))).predict(List.of("z"));
            } catch (Exception e) {
                // what becomes of it is not asked here
            }
        });
        caller.start();
        while (!Files.exists(Path.of(notes))) {
            Thread.sleep(25);
        }
        System.exit(0);
    }

    /** Starts another process and, like that one, never ends. */
    private static void hang(String notes, Path folder) throws Exception {
        System.err.println("epoch 1");
        if (!notes.isEmpty()) {
            startChild(notes, folder);
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void startChild(String notes, Path folder) throws IOException {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(HANGING, "", folder.toString()));
        Process child = new ProcessBuilder(command).start();
        remember(notes, folder + "\n" + ProcessHandle.current().pid() + "\n" + child.pid());
    }

    /** Ends with a folder that could not be removed until now. */
    private static void leaveFolder(String notes) throws IOException {
        boolean[] held = {true};
        RunFolder folder = RunFolder.create(root -> {
            if (held[0]) {
                throw new IOException("the file is used by another process");
            }
            RunFolder.removeAll(root);
        });
        folder.close();
        held[0] = false;
        Path root = folder.exchange().getParent();
        remember(notes, root + "\n" + Files.exists(root));
        System.exit(0);
    }

    /** Writes a file at once, so that nobody reads half of it. */
    private static void remember(String notes, Object what) throws IOException {
        Path begun = Files.writeString(Path.of(notes + ".begun"), what.toString());
        Files.move(begun, Path.of(notes), StandardCopyOption.ATOMIC_MOVE);
    }
}
