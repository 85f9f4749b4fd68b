package dev.assay.adapters.python;

import dev.assay.files.PredictionFile;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A learner that is a command, such as a Python script, which trains and predicts.
 *
 * <pre>{@code
 * @Candidate
 * CommandLearner forest() {
 *     return CommandLearner.of("python3", "src/test/python/forest.py").withTimeLimit(Duration.ofMinutes(2));
 * }
 * }</pre>
 *
 * <p>The command runs once for each fold, when its predictions are asked for: it gets both the training part and what is to be
 * predicted as files in a folder, and leaves its predictions there, as the {@linkplain dev.assay.adapters.python package} says.
 * Whoever asks a fitted model again, as learning curves do, runs it again. The folder is in the system's folder of
 * temporary files and is removed after each run, however it ends. When a run takes too long or is cancelled, the command and
 * all that it has started are killed. When the command ends, or fails, what it has started has half a second to end as well and
 * is then killed, if it was there for long enough to be seen: that is looked for several times a second.
 *
 * <p>Inputs may be {@link dev.assay.data.Row rows}, arrays of numbers or texts. Folds run at once, each with a command and a
 * folder of its own; {@code assay.parallelism} says how many. A library that uses all processors by itself is better told
 * not to, as in {@code withEnvironment("OMP_NUM_THREADS", "1")}.
 *
 * <p>Predictions are not kept for later runs, even if a cache is, since nothing shows all that a command depends on.
 *
 * <p>Immutable.
 */
public final class CommandLearner implements Learner<Object> {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final List<String> command;
    private final Duration timeLimit;
    private final Path directory;
    private final Map<String, String> environment;
    private final UnaryOperator<PredictionFile> scores;

    private CommandLearner(
            List<String> command,
            Duration timeLimit,
            Path directory,
            Map<String, String> environment,
            UnaryOperator<PredictionFile> scores) {
        this.command = command;
        this.timeLimit = timeLimit;
        this.directory = directory;
        this.environment = environment;
        this.scores = scores;
    }

    /**
     * Names the command.
     *
     * @param command a program, by its path or to be found on {@code PATH}, and its arguments, to which the folder will be added;
     *     no shell is between
     * @return the learner, with ten minutes for each run
     * @throws IllegalArgumentException if there is no program
     */
    public static CommandLearner of(String... command) {
        if (command.length == 0) {
            throw new IllegalArgumentException("name a program, as in CommandLearner.of(\"python3\", \"train.py\")");
        }
        return new CommandLearner(List.of(command), LIMIT, Path.of(""), Map.of(), PredictionFile::probabilities);
    }

    /**
     * Limits the time of each run.
     *
     * @param limit how long training and predicting may take together, more than nothing
     * @return the same learner with that limit
     * @throws IllegalArgumentException if the limit is not positive
     */
    public CommandLearner withTimeLimit(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a time limit of " + limit + " leaves the command no time");
        }
        return new CommandLearner(command, limit, directory, environment, scores);
    }

    /**
     * Says where the command runs, against which relative paths in it are resolved, that of the program too.
     *
     * @param workingDirectory a folder, unless set the working directory of the tests, which is mostly the module's folder
     * @return the same learner, run there
     */
    public CommandLearner in(Path workingDirectory) {
        return new CommandLearner(command, timeLimit, workingDirectory, environment, scores);
    }

    /**
     * Sets an environment variable for the command; others are those of the tests.
     *
     * @param name the variable
     * @param value its value
     * @return the same learner with that variable
     */
    public CommandLearner withEnvironment(String name, String value) {
        Map<String, String> all = new TreeMap<>(environment);
        all.put(name, value);
        return new CommandLearner(command, timeLimit, directory, Map.copyOf(all), scores);
    }

    /**
     * Says that the command's scores are logits, of which softmax makes probabilities.
     *
     * @return the same learner, whose scores are not taken to be probabilities
     */
    public CommandLearner logits() {
        return new CommandLearner(command, timeLimit, directory, environment, PredictionFile::logits);
    }

    /**
     * Says that the command's scores are margins, votes or anything else that only ranks.
     *
     * @return the same learner, whose scores are not taken to be probabilities
     */
    public CommandLearner margins() {
        return new CommandLearner(command, timeLimit, directory, environment, PredictionFile::margins);
    }

    /**
     * Keeps the training part for when predictions are asked for; nothing runs yet.
     *
     * @throws dev.assay.data.InvalidDataException if inputs or features can't be written; the message says why
     */
    @Override
    public Predictor<Object> fit(Training<Object> training) {
        return new CommandPredictor(run(), scores, FoldData.of(training));
    }

    private CommandRun run() {
        return new CommandRun(command, timeLimit, directory, environment);
    }

    /** Returns the command. */
    @Override
    public String toString() {
        return run().toString();
    }
}
