package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array in NumPy's format (versions 1 to 3), its elements read one after another: booleans, whole numbers, floats and
 * doubles, texts; little-endian, in C order.
 */
final class NumpyArray {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");
    private static final int MOST_HEADER_BYTES = 1 << 20;
    private static final int BATCH = 1 << 16;

    private final String place;
    private final DataInputStream stream;
    private final String type;
    private final List<Integer> shape = new ArrayList<>();
    private final int width;
    private final ByteBuffer batch;

    /**
     * Reads the header.
     *
     * @param place names file and array, for messages
     * @param stream its content; whoever opened it closes it
     */
    NumpyArray(String place, InputStream stream) throws IOException {
        this.place = place;
        this.stream = new DataInputStream(new BufferedInputStream(stream, BATCH));
        String header = header();
        String described = group(TYPE, header);
        if (described.startsWith(">")) {
            throw fault("its numbers are big-endian (" + described
                    + "); save it with array.astype(array.dtype.newbyteorder(\"<\"))");
        }
        this.type = described.substring(1);
        for (String length : group(SHAPE, header).split(",", -1)) {
            if (!length.isBlank()) {
                shape.add(length(length.strip()));
            }
        }
        if (shape.size() > 1 && group(ORDER, header).equals("True")) {
            throw fault("it is in Fortran order; save it with numpy.ascontiguousarray(array)");
        }
        this.width = width();
        this.batch = ByteBuffer.allocate(Math.max(1, BATCH / Math.max(1, width)) * Math.max(1, width))
                .order(ByteOrder.LITTLE_ENDIAN)
                .limit(0);
    }

    private String header() throws IOException {
        byte[] start = stream.readNBytes(MAGIC.length + 2);
        boolean known = start.length == MAGIC.length + 2;
        for (int i = 0; known && i < MAGIC.length; i++) {
            known = start[i] == MAGIC[i];
        }
        if (!known) {
            throw fault("it isn't in NumPy's format; write it with numpy.save or numpy.savez");
        }
        int size = start[MAGIC.length] == 1
                ? Short.toUnsignedInt(Short.reverseBytes(stream.readShort()))
                : Integer.reverseBytes(stream.readInt());
        if (size < 0 || size > MOST_HEADER_BYTES) {
            throw fault("its header is damaged");
        }
        return new String(stream.readNBytes(size), StandardCharsets.UTF_8);
    }

    private String group(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find() || (pattern == TYPE && matcher.group(1).length() < 2)) {
            throw fault("its header is not that of a plain array: " + header.strip()
                    + "; save columns as arrays of their own");
        }
        return matcher.group(1);
    }

    private int length(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidDataException(place + ": a length of " + text + " is more than can be read", e);
        }
    }

    private int width() {
        return switch (type) {
            case "b1", "i1", "u1" -> 1;
            case "i2", "u2" -> 2;
            case "f4", "i4", "u4" -> 4;
            case "f8", "i8", "u8" -> 8;
            default -> textWidth();
        };
    }

    private int textWidth() {
        if (type.matches("[US][0-9]{1,7}")) {
            int length = Integer.parseInt(type.substring(1));
            return type.startsWith("U") ? Integer.BYTES * length : length;
        }
        throw fault("elements of type '" + type + "' can't be read"
                + (type.startsWith("O")
                        ? ", they are Python objects; save texts with array.astype(str)"
                        : "; save it as float64, int64, bool or str"));
    }

    InvalidDataException fault(String what) {
        return new InvalidDataException(place + ": " + what);
    }

    /** Words what is wrong with an element. */
    InvalidDataException fault(int row, Column column, CellException e) {
        String label = column.name().startsWith(Role.SCORE.conventional) ? ", '" + column.name() + "'" : "";
        return new InvalidDataException(place + ": row " + row + label + ": the element " + e.getMessage(), e);
    }

    /** Returns the lengths of the array's dimensions. */
    List<Integer> shape() {
        return shape;
    }

    private boolean isText() {
        return type.startsWith("U") || type.startsWith("S");
    }

    private boolean isFloat() {
        return type.startsWith("f");
    }

    private void turnToNext() throws IOException {
        if (batch.remaining() < width) {
            batch.compact();
            int read = stream.readNBytes(batch.array(), batch.position(), batch.capacity() - batch.position());
            batch.limit(batch.position() + read).position(0);
        }
        if (batch.remaining() < width) {
            throw new EOFException();
        }
    }

    /** Puts the next element into a column. */
    void next(Column column, int row) throws IOException {
        turnToNext();
        if (isText()) {
            column.setText(row, text());
        } else if (isFloat()) {
            column.setNumber(row, type.equals("f4") ? batch.getFloat() : batch.getDouble());
        } else if (type.equals("b1")) {
            column.setText(row, batch.get() == 0 ? "False" : "True");
        } else {
            column.setWhole(row, whole());
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int start = batch.position();
        if (type.startsWith("U")) {
            for (int at = start; at < start + width; at += Integer.BYTES) {
                int character = batch.getInt(at);
                if (!Character.isValidCodePoint(character)) {
                    throw fault("a text is damaged");
                }
                if (character != 0) {
                    text.appendCodePoint(character);
                }
            }
        } else {
            int to = start + width;
            while (to > start && batch.get(to - 1) == 0) {
                to--;
            }
            text.append(TextColumn.decoded(batch.array(), start, to));
        }
        batch.position(start + width);
        return text.toString();
    }

    private long whole() {
        return switch (type) {
            case "i1" -> batch.get();
            case "u1" -> Byte.toUnsignedInt(batch.get());
            case "i2" -> batch.getShort();
            case "u2" -> Short.toUnsignedInt(batch.getShort());
            case "i4" -> batch.getInt();
            case "u4" -> Integer.toUnsignedLong(batch.getInt());
            default -> batch.getLong();
        };
    }
}
