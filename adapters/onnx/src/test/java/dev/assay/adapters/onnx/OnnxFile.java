package dev.assay.adapters.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes small ONNX files, field by field as onnx.proto numbers them, so that tests need no Python. */
final class OnnxFile {

    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int STRING = 8;
    static final int DOUBLE = 11;

    private final Message graph = new Message().text(2, "test");
    private final Message model = new Message().number(1, 8).text(2, "test");
    private long opset = 17;

    /** Adds an input; sizes are numbers or names. */
    OnnxFile input(String name, int type, Object... shape) {
        graph.message(11, port(name, type, shape));
        return this;
    }

    /** Adds an output; sizes are numbers or names. */
    OnnxFile output(String name, int type, Object... shape) {
        graph.message(12, port(name, type, shape));
        return this;
    }

    /** Adds an output that is a sequence of maps to floats. */
    OnnxFile mapsOutput(String name, int keyType) {
        Message value = new Message().message(1, new Message().number(1, FLOAT));
        Message map = new Message().message(5, new Message().number(1, keyType).message(2, value));
        graph.message(
                12, new Message().text(1, name).message(2, new Message().message(4, new Message().message(1, map))));
        return this;
    }

    OnnxFile node(String operator, String domain, List<String> inputs, List<String> outputs, Message... attributes) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        node.text(4, operator);
        for (Message attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node.text(7, domain));
        return this;
    }

    /** Adds a node that gives what it takes. */
    OnnxFile identity(String input, String output) {
        return node("Identity", "", List.of(input), List.of(output));
    }

    OnnxFile metadata(String key, String value) {
        model.message(14, new Message().text(1, key).text(2, value));
        return this;
    }

    OnnxFile opset(long version) {
        this.opset = version;
        return this;
    }

    static Message integer(String name, long value) {
        return new Message().text(1, name).number(3, value).number(20, 2);
    }

    static Message strings(String name, String... values) {
        Message attribute = new Message().text(1, name);
        for (String value : values) {
            attribute.text(9, value);
        }
        return attribute.number(20, 8);
    }

    static Message integers(String name, long... values) {
        Message attribute = new Message().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, 7);
    }

    static Message floats(String name, float... values) {
        Message attribute = new Message().text(1, name);
        for (float value : values) {
            attribute.single(7, value);
        }
        return attribute.number(20, 6);
    }

    Path write(Path file) {
        Message whole = new Message().bytes(model).message(7, graph);
        whole.message(8, new Message().text(1, "").number(2, opset));
        whole.message(8, new Message().text(1, "ai.onnx.ml").number(2, 3));
        try {
            return Files.write(file, whole.out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message port(String name, int type, Object... shape) {
        Message sizes = new Message();
        for (Object size : shape) {
            sizes.message(
                    1,
                    size instanceof Number number
                            ? new Message().number(1, number.longValue())
                            : new Message().text(2, size.toString()));
        }
        Message tensor = new Message().number(1, type).message(2, sizes);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A message of Protocol Buffers. */
    static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        private Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        private Message single(int field, float value) {
            varint(((long) field << 3) | 5);
            int bits = Float.floatToIntBits(value);
            for (int shift = 0; shift < 32; shift += 8) {
                out.write(bits >> shift);
            }
            return this;
        }

        private Message text(int field, String value) {
            return delimited(field, value.getBytes(StandardCharsets.UTF_8));
        }

        private Message message(int field, Message value) {
            return delimited(field, value.out.toByteArray());
        }

        private Message bytes(Message other) {
            out.writeBytes(other.out.toByteArray());
            return this;
        }

        private Message delimited(int field, byte[] value) {
            varint(((long) field << 3) | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
