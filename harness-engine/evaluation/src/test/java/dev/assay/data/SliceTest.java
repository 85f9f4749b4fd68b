package dev.assay.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final Columns COLUMNS =
            Columns.of(List.of(new Column("city", Column.Type.TEXT), new Column("age", Column.Type.NUMBER)));

    private final Dataset<Row> people = Dataset.of(
                    List.of(COLUMNS.row("Rome", 30), COLUMNS.row("Oslo", 61), COLUMNS.row("Rome", 72)),
                    Targets.labels("a", "b", "a"))
            .named("people")
            .withGroups(List.of("x", "y", "y"))
            .withAttribute("sex", List.of("female", "male", "male"));

    @Test
    void takes_an_attribute_a_column_or_the_groups() {
        assertThat(Slice.of("sex", "male").rows(people)).containsExactly(1, 2);
        assertThat(Slice.of("city", "Rome").rows(people)).containsExactly(0, 2);
        assertThat(Slice.of("group", "y").rows(people)).containsExactly(1, 2);
        assertThat(Slice.of("sex", "none")).hasToString("sex \"none\"");
        assertThat(Slice.of("sex", "none").rows(people)).isEmpty();
    }

    @Test
    void takes_what_a_function_chooses() {
        Slice old = Slice.where("over 60", Row.class, row -> row.number("age") > 60);

        assertThat(old.rows(people)).containsExactly(1, 2);
        assertThat(old.name()).isEqualTo("over 60");
        assertThatThrownBy(() -> old.rows(Dataset.of(new double[][] {{1}}, Targets.labels("a"))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("slice over 60 is of inputs of type dev.assay.data.Row");
    }

    @Test
    void takes_each_value_in_order() {
        assertThat(Slice.each(people, "city"))
                .extracting(Slice::name)
                .containsExactly("city \"Oslo\"", "city \"Rome\"");
    }

    @Test
    void names_what_there_is_and_how_to_cut_numbers() {
        assertThatThrownBy(() -> Slice.each(people, "country"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("people has no attribute, column of text or groups \"country\" to slice by; its"
                        + " attributes are \"sex\"");
        assertThatThrownBy(() -> Slice.each(people, "age"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("holds numbers")
                .hasMessageContaining("Slice.where(");
    }
}
