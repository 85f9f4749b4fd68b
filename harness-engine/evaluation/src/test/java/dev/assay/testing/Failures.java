package dev.assay.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.InvalidDataException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests assert of failures that users cause and read about. */
public final class Failures {

    private Failures() {}

    /** Asserts that the call fails because of the data, with exactly this message. */
    public static void assertInvalidData(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidDataException.class).hasMessage(message);
    }
}
