package dev.assay.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Identifies content: equal content has equal fingerprints, on every machine and in every run.
 *
 * @param value the first 128 bits of a SHA-256 digest, in hexadecimal
 */
public record Fingerprint(String value) {

    /**
     * Makes the fingerprint of some content.
     *
     * @param content adds it, always in the same order
     * @return its fingerprint
     */
    public static Fingerprint of(Consumer<Sink> content) {
        Sink sink = new Sink();
        content.accept(sink);
        return sink.fingerprint();
    }

    /** Takes the content of which a fingerprint is made; every part is written with its kind and length. */
    public static final class Sink {

        private static final int BUFFER = 8192;

        private final MessageDigest digest;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

        Sink() {
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        /**
         * Adds a whole number.
         *
         * @param value any number
         * @return this sink
         */
        public Sink integer(long value) {
            room(Long.BYTES + 1).put((byte) 'i').putLong(value);
            return this;
        }

        /**
         * Adds a number; all NaNs are one, and the two zeros differ.
         *
         * @param value any number
         * @return this sink
         */
        public Sink number(double value) {
            room(Long.BYTES + 1).put((byte) 'd').putLong(Double.doubleToLongBits(value));
            return this;
        }

        /**
         * Adds a text.
         *
         * @param value any text
         * @return this sink
         */
        public Sink text(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            room(Integer.BYTES + 1).put((byte) 's').putInt(bytes.length);
            return write(bytes);
        }

        /**
         * Adds bytes.
         *
         * @param value any bytes
         * @return this sink
         */
        public Sink bytes(byte[] value) {
            room(Integer.BYTES + 1).put((byte) 'b').putInt(value.length);
            return write(value);
        }

        private Sink write(byte[] bytes) {
            flush();
            digest.update(bytes);
            return this;
        }

        private ByteBuffer room(int bytes) {
            if (buffer.remaining() < bytes) {
                flush();
            }
            return buffer;
        }

        private void flush() {
            digest.update(buffer.array(), 0, buffer.position());
            buffer.clear();
        }

        Fingerprint fingerprint() {
            flush();
            return new Fingerprint(HexFormat.of().formatHex(digest.digest(), 0, 16));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
