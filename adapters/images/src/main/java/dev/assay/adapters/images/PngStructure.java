package dev.assay.adapters.images;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The chunks of which a PNG consists, with their checksums, which ImageIO doesn't look at. */
final class PngStructure {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Of a chunk around its data: length and type, and the checksum behind. */
    private static final int HEAD = 8;

    private static final int CHECKSUM = 4;

    private PngStructure() {}

    static boolean is(byte... bytes) {
        return bytes.length >= SIGNATURE.length && Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, SIGNATURE.length));
    }

    /** Says where a PNG is not as it was written. */
    static @Nullable String damage(byte... bytes) {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        int at = SIGNATURE.length;
        while (bytes.length - at >= HEAD + CHECKSUM) {
            int length = png.getInt(at);
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > bytes.length - at - HEAD - CHECKSUM) {
                break;
            }
            CRC32 checksum = new CRC32();
            checksum.update(bytes, at + 4, length + 4);
            if ((int) checksum.getValue() != png.getInt(at + HEAD + length)) {
                return "the checksum of chunk " + type + " at byte " + at + " is wrong";
            }
            if (type.equals("IEND")) {
                return null;
            }
            at += HEAD + length + CHECKSUM;
        }
        return "no whole chunk at byte " + at + ", and no end (IEND)";
    }
}
