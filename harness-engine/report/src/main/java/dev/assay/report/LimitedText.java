package dev.assay.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text of limited size: where all doesn't fit, entries come without details, and then not at all. */
final class LimitedText {

    private static final int ROOM_FOR_NOTE = 300;
    private static final int LEAST = 1_000;

    /**
     * A part that may be shortened.
     *
     * @param whole all of it
     * @param brief the same without details
     */
    record Entry(String whole, String brief) {

        /** Makes an entry without details. */
        static Entry of(String text) {
            return new Entry(text, text);
        }
    }

    private final int mostBytes;
    private final List<Entry> entries = new ArrayList<>();

    LimitedText(int mostBytes) {
        if (mostBytes < LEAST) {
            throw new IllegalArgumentException("a summary needs " + LEAST + " bytes at least, not " + mostBytes);
        }
        this.mostBytes = mostBytes;
    }

    void add(String text) {
        entries.add(Entry.of(text));
    }

    void add(List<Entry> more) {
        entries.addAll(more);
    }

    @Override
    public String toString() {
        long whole = entries.stream().mapToLong(entry -> size(entry.whole())).sum();
        return whole <= mostBytes ? join() : shortened();
    }

    private String join() {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.whole()));
        return text.toString();
    }

    /** Keeps room for the brief form of all that follows before it gives an entry its details. */
    private String shortened() {
        long room = (long) mostBytes - ROOM_FOR_NOTE;
        long briefRest =
                entries.stream().mapToLong(entry -> size(entry.brief())).sum();
        StringBuilder text = new StringBuilder();
        int withoutDetails = 0;
        int leftOut = 0;
        for (Entry entry : entries) {
            briefRest -= size(entry.brief());
            if (size(entry.whole()) + briefRest <= room) {
                text.append(entry.whole());
                room -= size(entry.whole());
            } else if (size(entry.brief()) <= room) {
                text.append(entry.brief());
                room -= size(entry.brief());
                withoutDetails += entry.whole().equals(entry.brief()) ? 0 : 1;
            } else {
                leftOut++;
                // whatever follows would stand in a wrong place
                room = 0;
            }
        }
        return text.append(note(withoutDetails, leftOut)).toString();
    }

    private String note(int withoutDetails, int leftOut) {
        return "\n_To stay below " + mostBytes + " bytes, details of " + withoutDetails + " entries"
                + (leftOut == 0 ? "" : " and " + leftOut + " whole entries")
                + " are left out here; the result files have them._\n";
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
