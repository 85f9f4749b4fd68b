package dev.assay.adapters.pytorch;

import java.util.List;

/** Takes what went wrong out of PyTorch's messages, most of which is traceback. */
final class TorchMessages {

    private TorchMessages() {}

    /** Returns the last paragraph that names an error, or else all, in one line. */
    static String shorten(String message) {
        List<String> lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("[\\w.]*(Error|Exception)\\b.*")) {
                from = i;
            }
        }
        return String.join(" ", lines.subList(from, lines.size()));
    }
}
