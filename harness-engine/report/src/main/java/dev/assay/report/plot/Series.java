package dev.assay.report.plot;

import java.util.List;

/**
 * How one of several things is told from the others: by its colour, and by dash and marker for those who don't see colours.
 * Colours are those of Okabe and Ito, without their yellow, which is too light on white.
 *
 * @param colour such as {@code #0072B2}
 * @param dash of lines; empty for a solid one
 * @param marker the shape of points
 */
record Series(String colour, String dash, Marker marker) {

    /** How many can be told apart. */
    static final int MOST = 7;

    static final String BLUE = "#0072B2";
    static final String VERMILLION = "#D55E00";

    /** The colour of texts, which differs on dark screens. */
    static final String INK = "#1f2328";

    private static final String[] COLOURS = {BLUE, VERMILLION, "#009E73", "#CC79A7", "#E69F00", "#56B4E9", INK};
    private static final String[] DASHES = {"", "6 3", "2 2", "8 3 2 3", "12 3", "5 2 1 2 1 2", "1 4"};

    /** The shape of a point. */
    enum Marker {
        CIRCLE,
        SQUARE,
        DIAMOND,
        TRIANGLE,
        DOWN,
        PLUS,
        CROSS;

        /** Draws the shape around a point. */
        PathData at(double x, double y, double radius) {
            PathData path = new PathData();
            draw(path, x, y, radius);
            return path;
        }

        /** Adds the shape to a path. */
        void draw(PathData path, double x, double y, double r) {
            switch (this) {
                // round ends of a line without length make a circle
                case CIRCLE -> path.dot(x, y);
                case SQUARE -> path.rectangle(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
                case DIAMOND -> polygon(path, x, y - r * 1.2, x + r * 1.2, y, x, y + r * 1.2, x - r * 1.2, y);
                case TRIANGLE -> polygon(path, x, y - r * 1.1, x + r * 1.1, y + r * 0.9, x - r * 1.1, y + r * 0.9);
                case DOWN -> polygon(path, x, y + r * 1.1, x + r * 1.1, y - r * 0.9, x - r * 1.1, y - r * 0.9);
                case PLUS -> bars(path, x, y, r * 1.1, r * 0.35);
                case CROSS -> cross(path, x, y, r);
            }
        }

        private static void polygon(PathData path, double... points) {
            path.move(points[0], points[1]);
            for (int i = 2; i < points.length; i += 2) {
                path.line(points[i], points[i + 1]);
            }
            path.close();
        }

        private static void bars(PathData path, double x, double y, double length, double half) {
            path.rectangle(x - length, y - half, 2 * length, 2 * half);
            path.rectangle(x - half, y - length, 2 * half, 2 * length);
        }

        private static void cross(PathData path, double x, double y, double r) {
            double t = r * 0.4;
            polygon(path, x - r, y - r, x - r + t, y - r, x + r, y + r, x + r - t, y + r);
            polygon(path, x + r - t, y - r, x + r, y - r, x - r + t, y + r, x - r, y + r);
        }
    }

    /** Returns the signs of the thing at a place, from 0. */
    static Series of(int index) {
        int place = index % MOST;
        return new Series(COLOURS[place], DASHES[place], Marker.values()[place]);
    }

    private boolean isInk() {
        return colour.equals(INK);
    }

    /** Returns attributes for lines in a drawing. */
    String stroke(Canvas canvas) {
        return "stroke=\"" + colour + "\"" + (isInk() ? canvas.classOf("s") : "");
    }

    /** Returns attributes for areas in a drawing. */
    String fill(Canvas canvas) {
        return "fill=\"" + colour + "\"" + (isInk() ? canvas.classOf("f") : "");
    }

    /** Returns attributes for outlined areas in a drawing. */
    String outlined(Canvas canvas) {
        return "fill=\"" + colour + "\" stroke=\"" + colour + "\"" + (isInk() ? canvas.classOf("sf") : "");
    }

    /** Returns the attribute for dashes, or nothing. */
    String dashes() {
        return dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
    }

    /** Draws a point. */
    void point(Canvas canvas, double x, double y, double radius, String tooltip) {
        points(canvas, List.of(new double[] {x, y}), radius, tooltip);
    }

    /** Draws points that share a tooltip. */
    void points(Canvas canvas, List<double[]> points, double radius, String tooltip) {
        PathData path = new PathData();
        points.forEach(point -> marker.draw(path, point[0], point[1], radius));
        String attributes = marker == Marker.CIRCLE
                ? stroke(canvas) + " stroke-width=\"" + Num.px(radius * 2) + "\" stroke-linecap=\"round\""
                : fill(canvas);
        canvas.path(path, attributes, tooltip);
    }
}
