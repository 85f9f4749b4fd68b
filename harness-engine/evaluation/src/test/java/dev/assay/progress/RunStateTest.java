package dev.assay.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.ManualTimer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left, by examples worked by hand; times in seconds. */
class RunStateTest {

    private static RunState state(int done, int folds, int elapsed, int spent, int... running) {
        return new RunState(
                "forest on digits",
                done,
                folds,
                seconds(elapsed),
                seconds(spent),
                IntStream.of(running).mapToObj(RunStateTest::seconds).toList());
    }

    private static long seconds(int number) {
        return TimeUnit.SECONDS.toNanos(number);
    }

    private static OptionalLong inSeconds(int number) {
        return OptionalLong.of(seconds(number));
    }

    @Test
    void knows_nothing_before_a_fold_has_ended() {
        assertThat(state(0, 4, 10, 0, 10, 10).left()).isEmpty();
        assertThat(state(0, 4, 10, 0, 10, 10)).hasToString("forest on digits: 0 of 4 folds, 10 s");
    }

    @Test
    void takes_folds_that_wait_for_as_long_as_those_that_have_ended() {
        // one thread, 10 s a fold
        assertThat(state(3, 8, 30, 30, 0).left()).isEqualTo(inSeconds(50));
        assertThat(state(3, 8, 34, 30, 4).left()).isEqualTo(inSeconds(46));
    }

    @Test
    void divides_what_is_left_by_how_many_folds_ran_at_once() {
        // two threads, 10 s a fold: 4 folds wait, 2 have 6 s to go each
        assertThat(state(2, 8, 14, 20, 4, 4).left()).isEqualTo(inSeconds(26));
    }

    @Test
    void counts_no_more_folds_at_once_than_are_left() {
        // four threads, 10 s a fold: the ninth runs alone
        assertThat(state(8, 9, 22, 80, 2).left()).isEqualTo(inSeconds(8));
    }

    @Test
    void slows_down_when_others_use_the_threads_too() {
        // a fold of 10 s ran half of the time
        assertThat(state(2, 4, 40, 20).left()).isEqualTo(inSeconds(40));
    }

    @Test
    void takes_a_fold_that_runs_longer_than_others_for_nearly_done() {
        assertThat(state(1, 2, 30, 10, 20).left()).isEqualTo(inSeconds(0));
        assertThat(state(1, 2, 30, 10, 20)).hasToString("forest on digits: 1 of 2 folds, 30 s, about 1 s left");
    }

    @Test
    void has_nothing_left_when_all_folds_have_ended() {
        assertThat(state(1, 1, 3, 3)).hasToString("forest on digits: 1 of 1 fold, 3 s");
        assertThat(state(2, 2, 3, 6).left()).isEqualTo(inSeconds(0));
    }

    @Test
    void follows_folds_by_the_clock() {
        ManualTimer timer = new ManualTimer();
        RunWatch watch = new RunWatch("forest on digits", 3, timer);
        timer.advance(Duration.ofSeconds(100));
        assertThat(watch.state()).isEqualTo(state(0, 3, 0, 0));

        watch.begins(0);
        timer.advance(Duration.ofSeconds(2));
        watch.begins(1);
        timer.advance(Duration.ofSeconds(3));
        watch.ends(0);

        assertThat(watch.state()).isEqualTo(state(1, 3, 5, 5, 3));
        assertThat(watch.running()).isEqualTo(List.of(1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59999, 59 s", "60000, 1 min", "80500, 1 min 20 s", "3600000, 1 h", "7510000, 2 h 5 min"})
    void words_what_has_passed(long millis, String text) {
        assertThat(TimeText.ofElapsed(TimeUnit.MILLISECONDS.toNanos(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 1 s", "8500, 9 s", "80500, 1 min 21 s", "629000, 10 min", "630000, 11 min", "7510000, 2 h 5 min"})
    void words_what_is_left(long millis, String text) {
        assertThat(TimeText.ofRest(TimeUnit.MILLISECONDS.toNanos(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT0.25S, 250 ms", "PT1.5S, 1500 ms", "PT30S, 30 s", "PT90S, 1 min 30 s"})
    void words_spans(Duration duration, String text) {
        assertThat(TimeText.of(duration)).isEqualTo(text);
    }
}
