package dev.assay.adapters.python;

import dev.assay.data.InvalidDataException;
import dev.assay.files.PredictionFile;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs the command for each batch that is to be predicted. */
final class CommandPredictor implements Predictor<Object> {

    private final CommandRun run;
    private final UnaryOperator<PredictionFile> scores;
    private final FoldData data;

    CommandPredictor(CommandRun run, UnaryOperator<PredictionFile> scores, FoldData data) {
        this.run = run;
        this.scores = scores;
        this.data = data;
    }

    @Override
    public Predictions predict(List<Object> inputs) throws IOException, InterruptedException {
        if (inputs.isEmpty()) {
            return data.nothing();
        }
        try (RunFolder folder = RunFolder.create()) {
            data.write(folder.exchange(), inputs);
            run.in(folder, data.cancellation());
            return read(folder.exchange(), inputs.size());
        }
    }

    private Predictions read(Path exchange, int examples) {
        Path file = exchange.resolve(FoldData.PREDICTIONS);
        if (!Files.isRegularFile(file)) {
            throw new CommandException(run + ": it ended without an error, but wrote no " + FoldData.PREDICTIONS
                    + "; write one into the folder that is the last argument");
        }
        try {
            return data.told(scores.apply(PredictionFile.of(file))).predictions(examples);
        } catch (InvalidDataException e) {
            // the folder is gone when somebody reads this
            String message = String.valueOf(e.getMessage()).replace(exchange + File.separator, "");
            throw new CommandException(run + ": its predictions can't be used: " + message, e);
        }
    }
}
