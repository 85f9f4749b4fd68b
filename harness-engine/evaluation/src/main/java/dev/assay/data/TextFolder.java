package dev.assay.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads texts from a folder that has a sub-folder for each label, with a text file ({@code .txt}, UTF-8) for each example.
 *
 * <pre>{@code
 * messages/
 *   complaint/  0001.txt, 0002.txt
 *   question/   0001.txt
 *
 * Dataset<String> messages = TextFolder.of(Path.of("data/messages")).read();
 * }</pre>
 *
 * <p>Order, ids and what is left out are as {@link LabelledFiles} says. A byte order mark is dropped; all else, such as
 * the line feed at the end, is part of the text. Texts in a CSV file are read with {@code
 * CsvDataset.of(file).target("intent").texts("message").read().map(row -> row.text("message"))}.
 */
public final class TextFolder {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LabelledFiles files;

    private TextFolder(LabelledFiles files) {
        this.files = files;
    }

    /**
     * Names the folder; nothing is read yet.
     *
     * @param folder a path, relative to the working directory or absolute
     * @return a reader to be told more
     */
    public static TextFolder of(Path folder) {
        return new TextFolder(LabelledFiles.of(folder, ".txt"));
    }

    /**
     * Leaves out files with other suffixes, which otherwise are an error.
     *
     * @return a reader that knows
     */
    public TextFolder skippingOthers() {
        return new TextFolder(files.skippingOthers());
    }

    /**
     * Reads all files.
     *
     * @return the texts with their labels, named after the folder; the ids are the files' paths below it
     * @throws InvalidDataException if the folder isn't as told or a file isn't UTF-8; the message names the file, and the
     *     byte
     */
    public Dataset<String> read() {
        return files.read().map(TextFolder::text);
    }

    private static String text(Path file) {
        byte[] bytes = LabelledFiles.bytes(file);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(left, text, true);
        if (result.isError()) {
            throw new InvalidDataException(file + ": not text in UTF-8: byte " + left.position() + " (from 0) is 0x"
                    + String.format("%02x", bytes[left.position()]) + "; save it in that encoding");
        }
        text.flip();
        boolean isMarked = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
        return text.subSequence(isMarked ? 1 : 0, text.length()).toString();
    }
}
