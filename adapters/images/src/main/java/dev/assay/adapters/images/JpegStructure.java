package dev.assay.adapters.images;

/** What the head of a JPEG tells. */
final class JpegStructure {

    private static final int MARKER = 0xFF;

    private JpegStructure() {}

    static boolean is(byte... bytes) {
        return bytes.length >= 3 && at(bytes, 0) == MARKER && at(bytes, 1) == 0xD8 && at(bytes, 2) == MARKER;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    /** Returns how many colours there are: 1 of grey, 3 of RGB, 4 of CMYK; 0 if the head ends before it says so. */
    static int components(byte... bytes) {
        int at = 2;
        while (at + 9 < bytes.length && at(bytes, at) == MARKER) {
            int marker = at(bytes, at + 1);
            if (marker == MARKER) {
                at++; // fill
            } else if (isFrame(marker)) {
                return at(bytes, at + 9);
            } else {
                at += 2 + (at(bytes, at + 2) << 8 | at(bytes, at + 3));
            }
        }
        return 0;
    }

    /** Whether a segment starts a frame (SOF), and is not one of the three others whose markers lie between. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
