package dev.assay.maven;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What tells a run from others.
 *
 * @param id the number of the CI service's build, or the time
 * @param time when the build began
 * @param commit the commit that is tested; null if nobody says
 */
record RunIdentity(String id, Instant time, @Nullable String commit) {

    /** What services call the number of a build: GitHub, GitLab, Jenkins, Azure, Buildkite and CircleCI. */
    private static final List<String> IDS = List.of(
            "GITHUB_RUN_ID",
            "CI_PIPELINE_ID",
            "BUILD_TAG",
            "BUILD_BUILDID",
            "BUILDKITE_BUILD_ID",
            "CIRCLE_WORKFLOW_ID");

    private static final List<String> COMMITS = List.of(
            "GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT", "BUILD_SOURCEVERSION", "BUILDKITE_COMMIT", "CIRCLE_SHA1");

    static RunIdentity of(
            @Nullable String id, @Nullable String commit, Instant time, UnaryOperator<@Nullable String> environment) {
        return new RunIdentity(
                told(id).or(() -> first(IDS, environment)).orElseGet(time::toString),
                time,
                told(commit).or(() -> first(COMMITS, environment)).orElse(null));
    }

    private static Optional<String> first(List<String> names, UnaryOperator<@Nullable String> environment) {
        return names.stream()
                .map(environment)
                .filter(Objects::nonNull)
                .flatMap(value -> told(value).stream())
                .findFirst();
    }

    private static Optional<String> told(@Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }
}
