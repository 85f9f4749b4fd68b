package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Arrays in files without any header, little-endian, one number after another; {@code numpy.fromfile} reads them. */
final class RawFiles {

    private final Path directory;

    RawFiles(Path directory) {
        this.directory = directory;
    }

    void write(String name, int... values) throws IOException {
        writable(name, (long) values.length * Integer.BYTES).asIntBuffer().put(values);
    }

    void write(String name, float... values) throws IOException {
        writable(name, (long) values.length * Float.BYTES).asFloatBuffer().put(values);
    }

    void write(String name, double... values) throws IOException {
        writable(name, (long) values.length * Double.BYTES).asDoubleBuffer().put(values);
    }

    int[] ints(String name) throws IOException {
        MappedByteBuffer buffer = readable(name);
        int[] values = new int[buffer.remaining() / Integer.BYTES];
        buffer.asIntBuffer().get(values);
        return values;
    }

    float[] floats(String name) throws IOException {
        MappedByteBuffer buffer = readable(name);
        float[] values = new float[buffer.remaining() / Float.BYTES];
        buffer.asFloatBuffer().get(values);
        return values;
    }

    double[] doubles(String name) throws IOException {
        MappedByteBuffer buffer = readable(name);
        double[] values = new double[buffer.remaining() / Double.BYTES];
        buffer.asDoubleBuffer().get(values);
        return values;
    }

    private MappedByteBuffer writable(String name, long bytes) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel channel = FileChannel.open(
                directory.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return littleEndian(channel.map(MapMode.READ_WRITE, 0, bytes));
        }
    }

    private MappedByteBuffer readable(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(directory.resolve(name), StandardOpenOption.READ)) {
            return littleEndian(channel.map(MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private static MappedByteBuffer littleEndian(MappedByteBuffer buffer) {
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        return buffer;
    }
}
