package dev.assay.adapters.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.learning.InvalidModelException;
import java.nio.file.Path;
import java.util.Locale;

/** Words why ONNX Runtime refuses a file. */
final class LoadFailure {

    private LoadFailure() {}

    static InvalidModelException explain(Path file, String version, OrtException failure) {
        String message = String.valueOf(failure.getMessage());
        return new InvalidModelException(file + " " + reason(failure, message, version) + "; " + message, failure);
    }

    private static String reason(OrtException failure, String message, String version) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("opset") || lower.contains("ir version") || lower.contains("ir_version")) {
            return "needs a newer ONNX Runtime than " + version
                    + ", or a re-export with an older opset (target_opset of skl2onnx, opset_version of PyTorch)";
        }
        if (failure.getCode() == OrtException.OrtErrorCode.ORT_INVALID_PROTOBUF
                || lower.contains("protobuf parsing failed")
                || lower.contains("modelproto")) {
            return "isn't an ONNX file, or is damaged";
        }
        if (lower.contains("no op registered")
                || lower.contains("is not a registered function/op")
                || lower.contains("could not find an implementation")) {
            return "has an operator that ONNX Runtime " + version + " doesn't know";
        }
        return "can't be opened by ONNX Runtime " + version;
    }
}
