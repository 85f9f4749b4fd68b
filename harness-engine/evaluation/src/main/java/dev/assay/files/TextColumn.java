package dev.assay.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts, each different one kept once: labels, folds, groups and the like. */
final class TextColumn extends Column {

    private static final int MISSING = -1;

    private final IntPieces codes = new IntPieces();
    private final List<String> values = new ArrayList<>();
    private final Map<String, Integer> codeOf = new HashMap<>();

    /** The texts as bytes, by their hash: a power of two of places, of which at most half are taken. */
    private byte[][] keys = new byte[64][];

    private int[] codesOfKeys = new int[64];
    private int taken;
    private int lastPlace;

    TextColumn(String name) {
        super(name);
    }

    @Override
    void setText(int row, String text) {
        codes.set(row, code(text));
    }

    private int code(String text) {
        return codeOf.computeIfAbsent(text, unknown -> {
            values.add(unknown);
            return values.size() - 1;
        });
    }

    /** Takes a text as its bytes, which becomes a text only if it is the first of its kind. */
    void setBytes(int row, byte[] text, int from, int to) {
        // the same text as in the row before is the likeliest
        byte[] last = keys[lastPlace];
        if (last == null || !Arrays.equals(last, 0, last.length, text, from, to)) {
            lastPlace = place(text, from, to);
        }
        codes.set(row, codesOfKeys[lastPlace]);
    }

    private int place(byte[] text, int from, int to) {
        int place = hash(text, from, to) & (keys.length - 1);
        for (byte[] key = keys[place]; key != null; key = keys[place]) {
            if (Arrays.equals(key, 0, key.length, text, from, to)) {
                return place;
            }
            place = (place + 1) & (keys.length - 1);
        }
        if (2 * taken >= keys.length) {
            grow();
            return place(text, from, to);
        }
        codesOfKeys[place] = code(decoded(text, from, to));
        keys[place] = Arrays.copyOfRange(text, from, to);
        taken++;
        return place;
    }

    private void grow() {
        byte[][] oldKeys = keys;
        int[] oldCodes = codesOfKeys;
        keys = new byte[2 * oldKeys.length][];
        codesOfKeys = new int[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != null) {
                int place = hash(oldKeys[old], 0, oldKeys[old].length) & (keys.length - 1);
                while (keys[place] != null) {
                    place = (place + 1) & (keys.length - 1);
                }
                keys[place] = oldKeys[old];
                codesOfKeys[place] = oldCodes[old];
            }
        }
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ (hash >>> 15) ^ (hash >>> 7);
    }

    /** Decodes strictly: replacement characters would make one label of several. */
    static String decoded(byte[] text, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CellException("is not text in UTF-8; save the file in that encoding");
        }
    }

    @Override
    void setMissing(int row) {
        codes.set(row, MISSING);
    }

    @Override
    void setWhole(int row, long number) {
        setText(row, Long.toString(number));
    }

    @Override
    void setNumber(int row, double number) {
        setText(row, Double.toString(number));
    }

    /** Returns which of {@link #values} a row has, or -1 if it has none. */
    int code(int row) {
        return codes.get(row);
    }

    boolean isMissing(int row) {
        return code(row) == MISSING;
    }

    String get(int row) {
        return values.get(code(row));
    }

    /** Returns the different texts in the order in which they came; a row that was begun twice may have left one too many. */
    List<String> values() {
        return values;
    }
}
