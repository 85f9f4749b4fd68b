package dev.assay.adapters.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs batch after batch for one output, and keeps what they can share. Used by one thread. */
final class OnnxRun implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OnnxPort output;
    private final OnnxBatch batch;
    /** Where the runtime is to write the output; without it, the runtime takes memory of its own for each batch. */
    private @Nullable DirectTensor target;

    private boolean mayTarget;

    OnnxRun(OnnxSession session, OnnxPort output) {
        this.environment = session.environment();
        this.output = output;
        this.batch = new OnnxBatch(session);
        this.mayTarget = output.tensor().filter(OnnxRun::isOpenInRowsOnly).isPresent();
    }

    private static boolean isOpenInRowsOnly(TensorInfo tensor) {
        long[] shape = tensor.getShape();
        return tensor.type == OnnxJavaType.FLOAT
                && shape.length > 0
                && Arrays.stream(shape).skip(1).allMatch(size -> size > 0);
    }

    /** Begins a batch of rows from one on, whose inputs are to be put. */
    OnnxBatch begin(int first) {
        batch.begin(first);
        return batch;
    }

    /** Runs the batch; its result is good until the next one. */
    OrtSession.Result complete(OrtSession session, int rows) throws OrtException {
        if (mayTarget) {
            try {
                return session.run(
                        batch.complete(),
                        Set.of(),
                        Map.of(output.name(), target(rows).tensor()));
            } catch (OrtException e) {
                // some files declare another shape than their model gives; what else may be wrong shows once more
                mayTarget = false;
            }
        }
        return session.run(batch.complete(), Set.of(output.name()));
    }

    private DirectTensor target(int rows) throws OrtException {
        long[] shape = output.tensor().orElseThrow().getShape();
        shape[0] = rows;
        DirectTensor current = target;
        if (current == null || !current.is(OnnxJavaType.FLOAT, shape)) {
            if (current != null) {
                current.close();
            }
            current = DirectTensor.create(environment, OnnxJavaType.FLOAT, shape);
            target = current;
        }
        return current;
    }

    @Override
    public void close() {
        batch.close();
        if (target != null) {
            target.close();
        }
    }
}
