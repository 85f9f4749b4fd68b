package dev.assay.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

    @Test
    void leaves_out_points_on_a_line_but_no_corner() {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            points.add(new double[] {i, 0});
        }
        points.add(new double[] {10, 20});
        PathData path = new PathData();
        Curves.draw(path, points);
        assertThat(path).hasToString("M0 0h10v20");
    }

    @Test
    void a_band_goes_there_and_back() {
        PathData path = new PathData();
        Curves.band(
                path,
                List.of(new double[] {0, 1}, new double[] {10, 2}),
                List.of(new double[] {0, 5}, new double[] {10, 6}));
        assertThat(path).hasToString("M0 1l10 1v4l-10-1z");
    }

    @Test
    void rounding_does_not_add_up() {
        PathData path = new PathData();
        path.move(0, 0);
        for (int i = 1; i <= 30; i++) {
            path.line(i * 0.14, 1);
        }
        path.line(4.2, 9);
        // the sum of relative steps is where the line is, not thirty times the error of one
        assertThat(path.toString()).endsWith("v8");
        assertThat(new PathData().move(1, 1).line(2, 1).line(2, 3).close().move(5, 5))
                .hasToString("M1 1h1v2zm4 4");
    }
}
