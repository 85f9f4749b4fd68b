package dev.assay.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private static boolean isColoured(boolean isTerminal, Map<String, String> environment) {
        return Terminal.isColoured(isTerminal, environment::get);
    }

    @Test
    void colours_are_for_terminals_that_know_them() {
        assertThat(isColoured(true, Map.of("TERM", "xterm-256color"))).isTrue();
        assertThat(isColoured(true, Map.of("WT_SESSION", "1"))).isTrue();
        assertThat(isColoured(true, Map.of("TERM", "dumb"))).isFalse();
        assertThat(isColoured(true, Map.of())).isFalse();
    }

    @Test
    void there_are_no_colours_in_a_fork_on_a_build_server_and_where_somebody_wants_none() {
        assertThat(isColoured(false, Map.of("TERM", "xterm"))).isFalse();
        assertThat(isColoured(true, Map.of("TERM", "xterm", "CI", "true"))).isFalse();
        assertThat(isColoured(true, Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
        assertThat(isColoured(true, Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
    }
}
