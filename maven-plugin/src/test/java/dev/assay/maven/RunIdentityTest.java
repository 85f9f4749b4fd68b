package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunIdentityTest {

    private static final Instant TIME = Instant.parse("2026-11-27T01:00:00Z");

    @Test
    void what_the_user_says_comes_first() {
        assertThat(RunIdentity.of("7", "abc", TIME, Map.of("GITHUB_RUN_ID", "8", "GITHUB_SHA", "def")::get))
                .isEqualTo(new RunIdentity("7", TIME, "abc"));
    }

    @Test
    void then_what_the_service_says() {
        assertThat(RunIdentity.of(null, " ", TIME, Map.of("CI_PIPELINE_ID", "8", "CI_COMMIT_SHA", "def")::get))
                .isEqualTo(new RunIdentity("8", TIME, "def"));
    }

    @Test
    void else_the_time_will_do() {
        assertThat(RunIdentity.of(null, null, TIME, name -> null))
                .isEqualTo(new RunIdentity("2026-11-27T01:00:00Z", TIME, null));
    }
}
