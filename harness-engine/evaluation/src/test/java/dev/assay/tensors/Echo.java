package dev.assay.tensors;

import dev.assay.learning.InvalidModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A model whose output is its input, seen through a port of any kind; it remembers its batches. */
final class Echo implements TensorRuntime {

    final List<String> batches = Collections.synchronizedList(new ArrayList<>());
    private final TensorPort output;
    private final long[] givenRow;
    int closings;

    /** Whatever the output is said to be, each row of it has this shape. */
    Echo(TensorPort output, long... givenRow) {
        this.output = output;
        this.givenRow = givenRow;
    }

    @Override
    public Path source() {
        return Path.of("model.bin");
    }

    @Override
    public String library() {
        return "Echo 1.0";
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("echo", "1.0");
    }

    @Override
    public TensorPort output(String name) {
        if (!name.isEmpty() && !name.equals(output.name())) {
            throw new InvalidModelException(source() + " has no output '" + name + "'");
        }
        return output;
    }

    @Override
    public Tensor run(Tensor batch, TensorPort input, TensorPort wanted) {
        batches.add(batch.toString());
        if (batch.isSingle() && Float.isNaN(batch.floats()[0])) {
            throw new InvalidModelException("it can't repeat that");
        }
        long[] shape = new long[givenRow.length + 1];
        shape[0] = batch.shape()[0];
        System.arraycopy(givenRow, 0, shape, 1, givenRow.length);
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return batch.isSingle()
                ? Tensor.of(Arrays.copyOf(batch.floats(), size), shape)
                : Tensor.of(Arrays.copyOf(batch.doubles(), size), shape);
    }

    @Override
    public void close() {
        closings++;
    }
}
