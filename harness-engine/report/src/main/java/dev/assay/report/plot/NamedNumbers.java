package dev.assay.report.plot;

import dev.assay.report.plot.Canvas.Anchor;

/** The first line of a row: a name at the left and numbers at the right, or beneath if they don't fit beside it. */
final class NamedNumbers {

    private static final double LINE = 13;
    private static final double GAP = 8;
    private static final double WIDTH = Canvas.WIDTH - 2 * Canvas.EDGE;

    private NamedNumbers() {}

    /** Draws both and returns how high they are. */
    static double draw(Canvas canvas, double top, String name, String numbers) {
        double taken = TextWidth.of(numbers, Canvas.SMALL) + GAP;
        boolean beside = TextWidth.of(name, Canvas.SIZE) + taken <= WIDTH;
        canvas.text(Canvas.EDGE, top + LINE, Anchor.START, WIDTH, name);
        double baseline = beside ? top + LINE : top + 2 * LINE;
        canvas.dim(Canvas.WIDTH - Canvas.EDGE, baseline, Anchor.END, WIDTH, numbers);
        return beside ? LINE : 2 * LINE;
    }
}
