package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.CoverageSimulation.Cell;
import dev.assay.evaluation.CoverageSimulation.Model;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Intervals cover the true value, and gates let models pass that are no better than they must, as often as they say. */
class CoverageTest {

    /** Those whose intervals take time to be drawn have fewer test sets. */
    private static CoverageSimulation simulation(Model model) {
        return switch (model) {
            case ACCURACY, F1, ROC_AUC -> new CoverageSimulation(10_000, 1);
            case MACRO_F1_OF_3, MACRO_F1_OF_10 -> new CoverageSimulation(2_000, 1_000);
            case R2 -> new CoverageSimulation(500, 500);
            default -> new CoverageSimulation(2_000, 500);
        };
    }

    private static void assertIsAsItSays(Cell cell) {
        assertThat(cell.covered()).as("%s", cell).isBetween(0.93, 0.97);
        assertThat(cell.met()).as("%s", cell).isLessThanOrEqualTo(0.06);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCURACY", "F1", "ROC_AUC"})
    void intervals_by_formula_cover_as_often_as_they_say(Model model) {
        for (double value : new double[] {0.7, 0.8, 0.9, 0.95}) {
            assertIsAsItSays(simulation(model).simulate(model, 200, value));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MACRO_F1_OF_3", "MACRO_F1_OF_10"})
    void intervals_by_draws_cover_about_as_often_as_they_say(Model model) {
        // 300 test sets: 2.5 standard errors more on either side
        Cell cell = new CoverageSimulation(300, 300).simulate(model, 200, 0.9);

        assertThat(cell.covered()).as("%s", cell).isBetween(0.92, 0.98);
        assertThat(cell.met()).as("%s", cell).isLessThanOrEqualTo(0.08);
    }

    /** The whole table; {@code harness-engine/benchmarks/README.md} says how to run it. */
    @Tag("slow")
    @EnabledIfSystemProperty(named = "assay.coverage", matches = "full")
    @Test
    void all_required_cells_of_the_table_keep_to_their_level() {
        List<Cell> cells = new ArrayList<>();
        System.out.println("| metric | rows | true value | 95 % interval covers | gate says met |");
        System.out.println("|---|---|---|---|---|");
        for (Model model : Model.values()) {
            for (int rows : CoverageSimulation.ROWS) {
                for (double value : CoverageSimulation.VALUES) {
                    Cell cell = simulation(model).simulate(model, rows, value);
                    System.out.println(cell);
                    cells.add(cell);
                }
            }
        }

        assertThat(cells).filteredOn(Cell::isRequired).allSatisfy(CoverageTest::assertIsAsItSays);
    }

    /** However little a metric's interval is to be trusted, it is there and does not say that everything is certain. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"R2"})
    void intervals_of_few_rows_cover_most_of_the_time(Model model) {
        Cell cell = new CoverageSimulation(100, 200).simulate(model, 50, 0.9);

        assertThat(cell.covered()).as("%s", cell).isGreaterThan(0.7);
        assertThat(cell.none()).as("%s", cell).isZero();
    }
}
