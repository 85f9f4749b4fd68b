package dev.assay.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.testing.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    private static final Dataset<Integer> DATA = Examples.blocks(20, 10);

    private static List<List<Integer>> repeat(List<Split> splits, int number) {
        return Splits.testRows(
                splits.stream().filter(split -> split.repeat() == number).toList());
    }

    @Test
    void gives_every_repeat_splits_of_its_own() {
        List<Split> splits = new Repeated(KFold.of(3).withShuffling(), 3).split(DATA, Seed.of(1));

        assertThat(repeat(splits, 0)).isNotEqualTo(repeat(splits, 1)).isNotEqualTo(repeat(splits, 2));
        assertThat(repeat(splits, 1)).isNotEqualTo(repeat(splits, 2));
    }

    @Test
    void keeps_the_first_repeats_when_there_are_more() {
        KFold kFold = KFold.of(3).withShuffling();

        List<Split> two = new Repeated(kFold, 2).split(DATA, Seed.of(1));
        List<Split> five = new Repeated(kFold, 5).split(DATA, Seed.of(1));

        assertThat(Splits.testRows(five).subList(0, 6)).isEqualTo(Splits.testRows(two));
    }

    @Test
    void numbers_repeats_and_folds() {
        assertThat(new Repeated(KFold.of(2).withShuffling(), 2).split(DATA, Seed.of(1)))
                .extracting(Split::toString)
                .containsExactly("repeat 1, fold 1", "repeat 1, fold 2", "repeat 2, fold 1", "repeat 2, fold 2");
    }

    @Test
    void describes_itself_by_what_is_repeated() {
        assertThat(new Repeated(StratifiedKFold.of(10).withShuffling(), 3).description())
                .isEqualTo("10-fold stratified cross-validation x 3");
        assertThat(new Repeated(KFold.of(10), 1).description()).isEqualTo("10-fold cross-validation");
    }

    @Test
    void passes_on_the_remarks_of_what_is_repeated() {
        assertThat(new Repeated(StratifiedKFold.of(3).withShuffling(), 2).remarks(Examples.blocks(5, 1)))
                .isEqualTo(StratifiedKFold.of(3).remarks(Examples.blocks(5, 1)))
                .hasSize(1);
    }

    @Test
    void fails_when_all_repeats_would_be_the_same() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Repeated(KFold.of(5), 2))
                .withMessage(
                        "all 2 repeats of 5-fold cross-validation are the same, since nothing in it is random; use "
                                + "withShuffling() where the splitter has that, or 1 repeat");
    }

    @Test
    void fails_without_repeats() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Repeated(KFold.of(2), 0))
                .withMessage("at least 1 repeat is needed, not 0");
    }
}
