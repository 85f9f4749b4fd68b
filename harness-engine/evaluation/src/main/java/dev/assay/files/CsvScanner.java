package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes CSV apart in a buffer that always ends with a line's end, so that cells without quotes need no look at where it ends. A
 * record that goes on behind it, since a quoted cell has line ends, is begun again when more was read.
 */
final class CsvScanner {

    private static final int BUFFER_SIZE = 1 << 17;
    private static final int INCOMPLETE = -1;
    private static final int NOT_PLAIN = -1;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Options options;
    private final InputStream stream;
    private final byte separator;
    private byte[] buffer = new byte[BUFFER_SIZE];
    private int position;
    /** The place behind the last line's end in the buffer. */
    private int limit;
    /** The place behind what was read. */
    private int end;

    private boolean atEnd;
    private boolean started;
    /** Whether the present record has quoted cells. */
    private boolean quoted;

    private long line = 1;
    private long nextLine = 1;

    CsvScanner(Options options, InputStream stream) {
        this.options = options;
        this.stream = stream;
        this.separator = (byte) options.separator;
    }

    /** Returns columns of which nothing is kept. */
    static List<@Nullable Column> skipping(int columns) {
        return Collections.nCopies(columns, null);
    }

    /** Returns the line in which the record begins that was read last. */
    long line() {
        return line;
    }

    /** Reads the first record. */
    List<String> header() throws IOException {
        while (!skipEmptyLines()) {
            if (!fill()) {
                throw new InvalidDataException(options.file + ": the file is empty; its first line names the columns");
            }
        }
        while (true) {
            List<String> names = new ArrayList<>();
            int at = position;
            boolean last = false;
            while (!last && at != INCOMPLETE) {
                int from = at;
                at = endOfField(from);
                if (at != INCOMPLETE) {
                    last = buffer[at] == '\n';
                    names.add(name(from, at));
                    at++;
                }
            }
            if (at != INCOMPLETE) {
                advance(at);
                return names;
            }
            requireMore();
        }
    }

    private String name(int from, int at) {
        try {
            return text(from, at);
        } catch (CellException e) {
            throw new InvalidDataException(
                    options.file + ", line " + line + ": the name of a column " + e.getMessage(), e);
        }
    }

    /**
     * Reads records into columns.
     *
     * @param columns one for each field, or none to skip it
     * @param most how many records at most
     * @return how many records were read
     */
    int read(List<@Nullable Column> columns, int most) throws IOException {
        Column[] all = columns.toArray(new Column[0]);
        int row = 0;
        while (row < most) {
            if (!skipEmptyLines()) {
                if (!fill()) {
                    return row;
                }
                continue;
            }
            int next = record(all, row);
            if (next == INCOMPLETE) {
                requireMore();
            } else {
                advance(next);
                row++;
            }
        }
        return row;
    }

    private void advance(int to) {
        // only quoted cells have line ends within a record
        for (int i = position; quoted && i < to - 1; i++) {
            nextLine += buffer[i] == '\n' ? 1 : 0;
        }
        quoted = false;
        nextLine++;
        position = to;
    }

    /** Goes to where the next record begins; false if it isn't in the buffer. */
    private boolean skipEmptyLines() {
        while (position < limit) {
            if (buffer[position] == '\n') {
                position++;
                nextLine++;
            } else if (buffer[position] == '\r' && buffer[position + 1] == '\n') {
                position += 2;
                nextLine++;
            } else {
                line = nextLine;
                return true;
            }
        }
        return false;
    }

    private void requireMore() throws IOException {
        quoted = false;
        if (!fill()) {
            throw new InvalidDataException(
                    options.file + ", line " + line + ": a quote is opened and never closed; close it, or double it");
        }
    }

    /** Reads on until there is one more line's end at least; false if the file has ended. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        limit -= position;
        position = 0;
        int before = limit;
        while (!atEnd && limit <= before) {
            if (end >= buffer.length - 1) {
                buffer = Arrays.copyOf(buffer, Math.multiplyExact(2, buffer.length));
            }
            int read = stream.readNBytes(buffer, end, buffer.length - 1 - end);
            atEnd = end + read < buffer.length - 1;
            end += read;
            skipByteOrderMark();
            if (atEnd && end > position && buffer[end - 1] != '\n') {
                buffer[end++] = '\n';
            }
            limit = end;
            while (limit > before && buffer[limit - 1] != '\n') {
                limit--;
            }
        }
        return limit > before;
    }

    private void skipByteOrderMark() {
        if (!started && end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
        started = true;
    }

    private int record(@Nullable Column[] columns, int row) {
        int at = position;
        for (int i = 0; i < columns.length; i++) {
            int from = at;
            at = field(columns[i], row, from);
            if (at == INCOMPLETE) {
                return INCOMPLETE;
            }
            if (buffer[at] == '\n' && i < columns.length - 1) {
                throw wrongCount(i + 1 + " fields", columns.length);
            }
            at++;
        }
        if (buffer[at - 1] != '\n') {
            throw wrongCount("more fields", columns.length);
        }
        return at;
    }

    private InvalidDataException wrongCount(String fields, int expected) {
        return new InvalidDataException(options.file + ", line " + line + ": " + fields + " where the header has "
                + expected + "; is one of '" + options.separator + "' missing, too many, or to be quoted?");
    }

    /** Reads a field; returns the place of the separator or line's end behind it. */
    private int field(@Nullable Column column, int row, int from) {
        try {
            if (column instanceof NumberColumn numbers) {
                int at = plainNumber(numbers, row, from);
                return at == NOT_PLAIN ? anyField(column, row, from) : at;
            }
            if (column instanceof IdColumn ids) {
                int at = plainWhole(ids, row, from);
                return at == NOT_PLAIN ? anyField(column, row, from) : at;
            }
            return anyField(column, row, from);
        } catch (CellException e) {
            String name = column == null ? "" : column.name();
            throw new InvalidDataException(
                    options.file + ", line " + line + ", column '" + name + "': the cell " + e.getMessage(), e);
        }
    }

    private int anyField(@Nullable Column column, int row, int from) {
        int at = endOfField(from);
        if (at == INCOMPLETE || column == null) {
            return at;
        }
        int to = at;
        if (buffer[at] == '\n' && at > from && buffer[at - 1] == '\r') {
            to--;
        }
        if (to == from) {
            column.setMissing(row);
        } else if (buffer[from] != '"' && column instanceof TextColumn texts) {
            texts.setBytes(row, buffer, from, to);
        } else {
            column.setText(row, text(from, at));
        }
        return at;
    }

    private int endOfField(int from) {
        int at = from;
        if (buffer[at] == '"') {
            quoted = true;
            at = endOfQuotes(at + 1);
            if (at == INCOMPLETE) {
                return INCOMPLETE;
            }
            boolean ended =
                    buffer[at] == separator || buffer[at] == '\n' || (buffer[at] == '\r' && buffer[at + 1] == '\n');
            if (!ended) {
                throw new InvalidDataException(options.file + ", line " + line
                        + ": text behind a closing quote; double quotes that are part of a cell");
            }
        }
        byte[] bytes = buffer;
        while (bytes[at] != separator && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Returns the place behind the quote that closes. */
    private int endOfQuotes(int from) {
        int at = from;
        while (at < limit) {
            if (buffer[at] == '"') {
                if (buffer[at + 1] != '"') {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return INCOMPLETE;
    }

    private String text(int from, int at) {
        int to = buffer[at] == '\n' && at > from && buffer[at - 1] == '\r' ? at - 1 : at;
        if (to > from && buffer[from] == '"') {
            return TextColumn.decoded(buffer, from + 1, to - 1).replace("\"\"", "\"");
        }
        return TextColumn.decoded(buffer, from, to);
    }

    private boolean endsField(byte c) {
        return c == separator || c == '\n' || c == '\r';
    }

    /** Returns the place of the separator behind a field, which may still be behind a carriage return. */
    private int behind(int at) {
        return buffer[at] != '\r' ? at : buffer[at + 1] == '\n' ? at + 1 : NOT_PLAIN;
    }

    private int plainWhole(IdColumn column, int row, int from) {
        byte[] bytes = buffer;
        int at = from;
        long number = 0;
        while (isDigit(bytes[at])) {
            number = 10 * number + (bytes[at] - '0');
            at++;
        }
        int digits = at - from;
        if (digits == 0 || digits > 18 || (digits > 1 && bytes[from] == '0') || !endsField(bytes[at])) {
            return NOT_PLAIN;
        }
        column.setWhole(row, number);
        return behind(at);
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private int plainNumber(NumberColumn column, int row, int from) {
        byte[] bytes = buffer;
        int at = from;
        boolean negative = bytes[at] == '-';
        if (negative) {
            at++;
        }
        int first = at;
        long number = 0;
        while (isDigit(bytes[at])) {
            number = 10 * number + (bytes[at] - '0');
            at++;
        }
        int digits = at - first;
        int power = 0;
        if (bytes[at] == '.') {
            at++;
            int fraction = at;
            while (at + Long.BYTES <= bytes.length) {
                long eight = (long) EIGHT_BYTES.get(bytes, at);
                if (!areDigits(eight)) {
                    break;
                }
                number = 100_000_000 * number + number(eight);
                at += Long.BYTES;
            }
            while (isDigit(bytes[at])) {
                number = 10 * number + (bytes[at] - '0');
                at++;
            }
            power = fraction - at;
            digits += at - fraction;
        }
        if (digits == 0 || (digits > Decimals.MOST_DIGITS && digits - zeros(first) > Decimals.MOST_DIGITS)) {
            return NOT_PLAIN;
        }
        if (bytes[at] == 'e' || bytes[at] == 'E') {
            at++;
            boolean below = bytes[at] == '-';
            if (below || bytes[at] == '+') {
                at++;
            }
            int exponent = 0;
            int start = at;
            while (isDigit(bytes[at])) {
                exponent = 10 * exponent + (bytes[at] - '0');
                at++;
            }
            if (at == start || at - start > 4) {
                return NOT_PLAIN;
            }
            power += below ? -exponent : exponent;
        }
        if (!endsField(bytes[at])) {
            return NOT_PLAIN;
        }
        double value = Decimals.of(negative, number, power);
        if (Double.isNaN(value)) {
            return NOT_PLAIN;
        }
        column.put(row, value);
        return behind(at);
    }

    /** Counts the zeros in front of a number's other digits. */
    private int zeros(int first) {
        int zeros = 0;
        int at = first;
        while (buffer[at] == '0' || buffer[at] == '.') {
            zeros += buffer[at] == '0' ? 1 : 0;
            at++;
        }
        return zeros;
    }

    /** Tells whether eight bytes are digits; high halves of all of them are 3, also when 6 is added. */
    private static boolean areDigits(long eight) {
        return ((eight & 0xF0F0F0F0F0F0F0F0L) | (((eight + 0x0606060606060606L) & 0xF0F0F0F0F0F0F0F0L) >>> 4))
                == 0x3333333333333333L;
    }

    /** Adds up eight digits by pairs, pairs of pairs and their pairs at once. */
    private static long number(long eight) {
        long pairs = eight - 0x3030303030303030L;
        pairs = 10 * pairs + (pairs >>> 8);
        return ((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }
}
