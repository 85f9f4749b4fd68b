package dev.assay.verdict;

/**
 * A demand on an evaluation or a comparison that describes itself.
 *
 * @param <S> what is judged
 */
public interface Criterion<S> {

    /**
     * Describes the demand.
     *
     * @return a phrase that completes "expecting …", such as {@code F1 to be at least 0.9}
     */
    String description();

    /**
     * Judges; writes nothing down. Users call {@link Judge} instead.
     *
     * @param subject what is judged
     * @return the verdict
     * @throws IllegalArgumentException if the demand doesn't fit the subject
     */
    Verdict judge(S subject);
}
