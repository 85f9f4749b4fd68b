package dev.assay.adapters.transformers;

import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.learning.InvalidModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder as Optimum exports a model. */
final class ExportedFolder {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    ExportedFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidModelException(folder + (Files.exists(folder) ? " is a file" : ": there is no such folder")
                    + "; expected a folder as Optimum exports it, with config.json, tokenizer.json and model.onnx (looked for "
                    + folder.toAbsolutePath() + ")");
        }
        this.folder = folder;
    }

    Path model() {
        return require(
                "model.onnx",
                "export the model with: optimum-cli export onnx --task text-classification --model … " + folder);
    }

    Path tokenizer() {
        return require(
                "tokenizer.json",
                "write it with: AutoTokenizer.from_pretrained(…).save_pretrained(\"" + folder
                        + "\"); it needs a fast tokenizer");
    }

    TokenizerSettings tokenizerSettings() {
        Path optional = tokenizerConfig();
        return TokenizerSettings.of(
                json(tokenizer()), Files.exists(optional) ? json(optional) : JSON.createObjectNode(), config());
    }

    /** Returns all files but the model's. */
    List<Path> settings() {
        return Stream.of(configFile(), tokenizer(), tokenizerConfig())
                .filter(Files::exists)
                .toList();
    }

    private Path tokenizerConfig() {
        return folder.resolve("tokenizer_config.json");
    }

    /** Returns the names of labels by their index in the model's logits. */
    Labels labels() {
        JsonNode config = config();
        String problem = config.path("problem_type").asString("single_label_classification");
        if (!problem.equals("single_label_classification")) {
            throw new InvalidModelException(configFile() + ": the problem_type is \"" + problem
                    + "\"; models of one label for each text are supported");
        }
        JsonNode names = config.path("id2label");
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.path(String.valueOf(i)).isString()) {
                throw new InvalidModelException(configFile() + ": id2label should name the labels 0 to "
                        + (names.size() - 1) + ", but is " + names);
            }
            labels.add(names.path(String.valueOf(i)).asString());
        }
        if (labels.size() < 2) {
            throw new InvalidModelException(configFile() + " should name at least two labels in id2label, but "
                    + (labels.isEmpty() ? "names none" : "names only " + labels));
        }
        try {
            return Labels.of(labels);
        } catch (InvalidDataException e) {
            throw new InvalidModelException(configFile() + ": id2label: " + e.getMessage(), e);
        }
    }

    private JsonNode config() {
        return json(configFile());
    }

    private Path configFile() {
        return require("config.json", "it says the labels; Transformers' save_pretrained writes it");
    }

    private Path require(String name, String remedy) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InvalidModelException(folder + " has no " + name + "; " + remedy);
        }
        return file;
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file);
        } catch (JacksonException e) {
            throw new InvalidModelException(file + " isn't JSON, or is damaged: " + e.getOriginalMessage(), e);
        }
    }
}
