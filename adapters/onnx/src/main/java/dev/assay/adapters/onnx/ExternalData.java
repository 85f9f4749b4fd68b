package dev.assay.adapters.onnx;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds in which other files an ONNX file keeps its weights. ONNX Runtime doesn't tell, so that the file is read field by field, as
 * onnx.proto numbers them; weights are skipped.
 */
final class ExternalData {

    /** The messages on the way to the name of a file, with the fields in which they lie. */
    private enum Message {
        MODEL,
        FUNCTION,
        GRAPH,
        NODE,
        ATTRIBUTE,
        SPARSE_TENSOR,
        TENSOR,
        ENTRY
    }

    private static final Map<Message, Map<Integer, Message>> PARTS = Map.of(
            Message.MODEL, Map.of(7, Message.GRAPH, 25, Message.FUNCTION),
            Message.FUNCTION, Map.of(7, Message.NODE),
            Message.GRAPH, Map.of(1, Message.NODE, 5, Message.TENSOR, 15, Message.SPARSE_TENSOR),
            Message.NODE, Map.of(5, Message.ATTRIBUTE),
            Message.ATTRIBUTE,
                    Map.of(
                            5, Message.TENSOR,
                            6, Message.GRAPH,
                            10, Message.TENSOR,
                            11, Message.GRAPH,
                            22, Message.SPARSE_TENSOR,
                            23, Message.SPARSE_TENSOR),
            Message.SPARSE_TENSOR, Map.of(1, Message.TENSOR, 2, Message.TENSOR),
            Message.TENSOR, Map.of(13, Message.ENTRY));

    private static final int KEY = 1;
    private static final int VALUE = 2;

    private final DataInputStream in;
    private final Set<String> locations = new TreeSet<>();
    private long position;

    private ExternalData(DataInputStream in) {
        this.in = in;
    }

    /** Returns the size of a file together with those in which its weights are. */
    static long sizeWithFile(Path file) throws IOException {
        long bytes = Files.size(file);
        for (String location : locations(file)) {
            bytes += Files.size(file.resolveSibling(location));
        }
        return bytes;
    }

    /** Returns the files, relative to the folder of the ONNX file; none if all weights are within. */
    static Set<String> locations(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            ExternalData data = new ExternalData(in);
            data.read(Message.MODEL, Files.size(file));
            return data.locations;
        }
    }

    private void read(Message message, long end) throws IOException {
        String key = "";
        String value = "";
        while (position < end) {
            long tag = varint();
            int field = (int) (tag >>> 3);
            switch ((int) tag & 7) {
                case 0 -> varint();
                case 1 -> skip(Long.BYTES);
                case 5 -> skip(Integer.BYTES);
                case 2 -> {
                    long length = length(end);
                    Message part = PARTS.getOrDefault(message, Map.of()).get(field);
                    if (part != null) {
                        read(part, position + length);
                    } else if (message == Message.ENTRY && field == KEY) {
                        key = text(length);
                    } else if (message == Message.ENTRY && field == VALUE) {
                        value = text(length);
                    } else {
                        skip(length);
                    }
                }
                default -> throw new IOException("byte " + position + " is not as in an ONNX file");
            }
        }
        if (key.equals("location")) {
            locations.add(value);
        }
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            long next = in.readUnsignedByte();
            position++;
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("byte " + position + " is not as in an ONNX file");
    }

    /** Reads the length of a part, which must not reach behind that of the whole. */
    private long length(long end) throws IOException {
        long length = varint();
        if (length < 0 || length > end - position) {
            throw new IOException("byte " + position + " is not as in an ONNX file, or that file is cut off");
        }
        return length;
    }

    private String text(long length) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length)];
        in.readFully(bytes);
        position += length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void skip(long length) throws IOException {
        in.skipNBytes(length);
        position += length;
    }
}
