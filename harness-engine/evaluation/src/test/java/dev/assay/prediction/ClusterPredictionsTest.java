package dev.assay.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClusterPredictionsTest {

    private static final ClusterPredictions LOCATED =
            Predictions.clusters(7, -1, 7).withPoints(new double[][] {{1, 2}, {3, 4}, {5, 6}});

    private static void assertFails(ThrowingCallable making, String message) {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(making)
                .withMessage(message);
    }

    @Test
    void keep_any_numbers() {
        ClusterPredictions predictions = Predictions.clusters(3, Integer.MIN_VALUE, 3);

        assertThat(predictions.size()).isEqualTo(3);
        assertThat(predictions.cluster(1)).isEqualTo(Integer.MIN_VALUE);
        assertThat(predictions.hasPoints()).isFalse();
        assertThat(predictions.kind()).isEqualTo("clusters");
    }

    @Test
    void keep_points() {
        assertThat(LOCATED.hasPoints()).isTrue();
        assertThat(LOCATED.dimensions()).isEqualTo(2);
        assertThat(LOCATED.coordinate(1, 0)).isEqualTo(3);
        assertThat(LOCATED.cluster(1)).isEqualTo(-1);
    }

    @Test
    void select_clusters_with_their_points() {
        ClusterPredictions selected = LOCATED.select(1, 1, 0);

        assertThat(selected.size()).isEqualTo(3);
        assertThat(selected.cluster(1)).isEqualTo(-1);
        assertThat(selected.cluster(2)).isEqualTo(7);
        assertThat(selected.coordinate(2, 1)).isEqualTo(2);
        assertThat(Predictions.clusters(1, 2).select(1).hasPoints()).isFalse();
    }

    @Test
    void can_be_put_one_after_another_with_their_points() {
        ClusterPredictions whole = (ClusterPredictions) Predictions.concatenate(
                List.of(LOCATED, Predictions.clusters(9).withPoints(new double[] {0, 8})));

        assertThat(whole.size()).isEqualTo(4);
        assertThat(whole.cluster(3)).isEqualTo(9);
        assertThat(whole.coordinate(0, 1)).isEqualTo(2);
        assertThat(whole.coordinate(3, 1)).isEqualTo(8);
    }

    @Test
    void lose_their_points_when_put_after_others_without_or_of_another_dimension() {
        assertThat(List.of(Predictions.clusters(9), Predictions.clusters(9).withPoints(new double[] {1})))
                .allSatisfy(other -> {
                    ClusterPredictions whole = (ClusterPredictions) Predictions.concatenate(List.of(LOCATED, other));
                    assertThat(whole.hasPoints()).isFalse();
                    assertThat(whole.cluster(0)).isEqualTo(7);
                    assertThat(whole.cluster(3)).isEqualTo(9);
                });
    }

    @Test
    void may_be_empty() {
        assertThat(Predictions.clusters().size()).isZero();
        assertThat(Predictions.clusters().withPoints().dimensions()).isZero();
        assertThat(Predictions.concatenate(List.of(Predictions.clusters().withPoints(), LOCATED)))
                .isInstanceOfSatisfying(
                        ClusterPredictions.class,
                        whole -> assertThat(whole.dimensions()).isEqualTo(2));
    }

    @Test
    void are_not_changed_by_what_is_done_to_the_arguments() {
        int[] clusters = {1, 2};
        double[][] points = {{3}, {4}};
        ClusterPredictions predictions = Predictions.clusters(clusters).withPoints(points);

        clusters[0] = 9;
        points[0][0] = 9;
        points[1] = new double[] {9};

        assertThat(predictions.cluster(0)).isEqualTo(1);
        assertThat(predictions.coordinate(0, 0)).isEqualTo(3);
        assertThat(predictions.coordinate(1, 0)).isEqualTo(4);
    }

    @Test
    void adding_points_leaves_the_predictions_without_as_they_are() {
        ClusterPredictions without = Predictions.clusters(1, 2);
        without.withPoints(new double[] {3}, new double[] {4});

        assertThat(without.hasPoints()).isFalse();
    }

    @Test
    void fail_when_there_are_not_as_many_points_as_examples() {
        assertFails(() -> Predictions.clusters(1, 2).withPoints(new double[] {1}), "1 points for 2 examples");
    }

    @Test
    void fail_when_points_differ_in_dimension() {
        assertFails(
                () -> Predictions.clusters(1, 2).withPoints(new double[] {1, 2}, new double[] {1}),
                "row 1: the point has 1 coordinates, that of row 0 has 2");
    }

    @Test
    void fail_when_a_point_has_no_coordinates() {
        assertFails(() -> Predictions.clusters(1).withPoints(new double[0]), "row 0: the point has no coordinates");
    }

    @Test
    void fail_when_a_coordinate_is_not_finite() {
        assertFails(
                () -> Predictions.clusters(1, 2).withPoints(new double[] {1}, new double[] {Double.NaN}),
                "row 1: a coordinate is NaN; coordinates must be finite numbers");
        assertFails(
                () -> Predictions.clusters(1).withPoints(new double[] {Double.NEGATIVE_INFINITY}),
                "row 0: a coordinate is -Infinity; coordinates must be finite numbers");
    }

    @Test
    void tell_programs_which_row_is_at_fault() {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> Predictions.clusters(1, 2).withPoints(new double[] {1}, new double[] {Double.NaN}))
                .satisfies(e -> assertThat(e.row()).hasValue(1));
    }

    @Test
    void fail_when_points_are_asked_of_clusters_alone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Predictions.clusters(1).coordinate(0, 0))
                .withMessage("these clusters have no points");
        assertThatIllegalStateException()
                .isThrownBy(() -> Predictions.clusters(1).dimensions())
                .withMessage("these clusters have no points");
    }
}
