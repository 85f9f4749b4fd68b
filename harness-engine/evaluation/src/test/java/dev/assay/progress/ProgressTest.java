package dev.assay.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    private final ManualTimer timer = new ManualTimer();
    private final List<String> printed = new ArrayList<>();
    private final ProgressBoard plain = new ProgressBoard(timer, new PlainLines(printed::add));

    private ProgressBoard line(int width) {
        return new ProgressBoard(timer, new TerminalLine(printed::add, width));
    }

    private void pass(double seconds) {
        timer.advance(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private RunWatch begun(ProgressBoard board, String title, int folds) {
        RunWatch watch = new RunWatch(title, folds, timer);
        board.add(watch);
        watch.begins(0);
        return watch;
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    @Test
    void is_silent_in_the_first_two_seconds() {
        RunWatch watch = begun(plain, "forest on digits", 30);
        pass(1.9);
        plain.remove(watch);
        pass(60);

        assertThat(printed).isEmpty();
        assertThat(timer.alarms()).as("nothing goes on behind").isZero();
    }

    @Test
    void is_silent_while_no_fold_has_begun() {
        plain.add(new RunWatch("forest on digits", 30, timer));
        pass(60);

        assertThat(printed).isEmpty();
    }

    @Test
    void prints_a_line_every_five_seconds_where_nothing_can_be_overwritten() {
        RunWatch watch = begun(plain, "forest on digits", 3);
        pass(4);
        watch.ends(0);
        watch.begins(1);
        pass(8.5);

        assertThat(printed)
                .containsExactly(
                        lines("forest on digits: 0 of 3 folds, 2 s"),
                        lines("forest on digits: 1 of 3 folds, 7 s, about 5 s left"),
                        lines("forest on digits: 1 of 3 folds, 12 s, about 4 s left"));
    }

    @Test
    void prints_a_line_for_each_candidate_no_more_often() {
        begun(plain, "forest on digits", 3);
        pass(1);
        RunWatch floor = begun(plain, "floor on digits", 3);
        pass(6);
        plain.remove(floor);
        pass(5);

        assertThat(printed)
                .containsExactly(
                        lines("forest on digits: 0 of 3 folds, 2 s"),
                        lines("forest on digits: 0 of 3 folds, 7 s", "floor on digits: 0 of 3 folds, 6 s"),
                        lines("forest on digits: 0 of 3 folds, 12 s"));
    }

    @Test
    void keeps_to_five_seconds_from_one_evaluation_to_the_next() {
        plain.remove(runFor(2));
        plain.remove(runFor(3));

        assertThat(printed).containsExactly(lines("forest on digits: 0 of 3 folds, 2 s"));
    }

    private RunWatch runFor(double seconds) {
        RunWatch watch = begun(plain, "forest on digits", 3);
        pass(seconds);
        return watch;
    }

    @Test
    void updates_one_line_of_a_terminal_and_takes_it_away_in_the_end() {
        ProgressBoard board = line(80);
        RunWatch watch = begun(board, "forest on digits", 2);
        pass(2);
        watch.ends(0);
        watch.begins(1);
        pass(0.5);
        watch.ends(1);
        pass(0.5);
        board.remove(watch);

        String counted = "forest on digits: 1 of 2 folds, 2 s, about 2 s left";
        String done = "forest on digits: 2 of 2 folds, 3 s";
        assertThat(printed)
                .containsExactly(
                        "\rforest on digits: 0 of 2 folds, 2 s\r",
                        "\r" + counted + "\r",
                        "\r" + done + " ".repeat(counted.length() - done.length()) + "\r",
                        "\r" + " ".repeat(done.length()) + "\r");
    }

    @Test
    void puts_candidates_beside_each_other_if_the_line_is_long_enough_and_adds_them_up_if_not() {
        RunState forest = new RunState("forest on digits", 1, 3, seconds(10), seconds(10), List.of());
        RunState floor = new RunState("floor on digits", 2, 3, seconds(4), seconds(4), List.of());

        new TerminalLine(printed::add, 106).show(List.of(forest, floor));
        new TerminalLine(printed::add, 105).show(List.of(forest, floor));

        assertThat(printed)
                .containsExactly(
                        "\rforest on digits: 1 of 3 folds, 10 s, about 20 s left; "
                                + "floor on digits: 2 of 3 folds, 4 s, about 2 s left\r",
                        "\r2 candidates: 3 of 6 folds, 10 s, about 20 s left\r");
    }

    @Test
    void shortens_names_before_counts() {
        RunState run = new RunState("forest of tall trees on digits", 1, 3, seconds(10), seconds(10), List.of());

        new TerminalLine(printed::add, 53).show(List.of(run));
        new TerminalLine(printed::add, 20).show(List.of(run));

        assertThat(printed)
                .containsExactly("\rforest of ta...: 1 of 3 folds, 10 s, about 20 s left\r", "\rforest of tall tree\r");
    }

    private static long seconds(int number) {
        return TimeUnit.SECONDS.toNanos(number);
    }

    @Test
    void reads_settings() {
        assertThat(Progress.named("plain")).contains(Progress.PLAIN);
        assertThat(Progress.named("OFF")).contains(Progress.OFF);
        assertThat(Progress.named("loud")).isEmpty();
        assertThat(Progress.OFF.board()).isEmpty();
        assertThat(Progress.PLAIN.board()).isPresent().isEqualTo(Progress.PLAIN.board());
    }

    @ParameterizedTest
    @CsvSource({", 80", "wide, 80", "120, 120", "5, 20"})
    void takes_the_width_that_the_shell_tells(String columns, int width) {
        assertThat(Progress.width(columns)).isEqualTo(width);
    }
}
