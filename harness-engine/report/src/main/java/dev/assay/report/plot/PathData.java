package dev.assay.report.plot;

/** The data of a path, short: in tenths of a pixel and relative to the point before, whose rounding doesn't add up. */
final class PathData {

    private final StringBuilder out = new StringBuilder();
    private long x;
    private long y;
    private long beginX;
    private long beginY;

    /** Begins a part at a point. */
    PathData move(double toX, double toY) {
        long nextX = Math.round(toX * 10);
        long nextY = Math.round(toY * 10);
        if (out.length() == 0) {
            out.append('M').append(Num.tenths(nextX));
            append(nextY);
        } else {
            out.append('m').append(Num.tenths(nextX - x));
            append(nextY - y);
        }
        x = nextX;
        y = nextY;
        beginX = x;
        beginY = y;
        return this;
    }

    /** Draws a line to a point. */
    PathData line(double toX, double toY) {
        long nextX = Math.round(toX * 10);
        long nextY = Math.round(toY * 10);
        if (nextY == y) {
            out.append('h').append(Num.tenths(nextX - x));
        } else if (nextX == x) {
            out.append('v').append(Num.tenths(nextY - y));
        } else {
            out.append('l').append(Num.tenths(nextX - x));
            append(nextY - y);
        }
        x = nextX;
        y = nextY;
        return this;
    }

    /** Draws a dot, which has the width of the stroke if its ends are round. */
    PathData dot(double atX, double atY) {
        move(atX, atY);
        out.append("h0");
        return this;
    }

    /** Draws a rectangle. */
    PathData rectangle(double left, double top, double width, double height) {
        move(left, top).line(left + width, top).line(left + width, top + height).line(left, top + height);
        return close();
    }

    /** Closes a part, which leads back to where it began. */
    PathData close() {
        out.append('z');
        x = beginX;
        y = beginY;
        return this;
    }

    private void append(long tenths) {
        if (tenths >= 0) {
            out.append(' ');
        }
        out.append(Num.tenths(tenths));
    }

    boolean isEmpty() {
        return out.length() == 0;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
