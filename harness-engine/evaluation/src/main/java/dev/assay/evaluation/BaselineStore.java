package dev.assay.evaluation;

import java.util.Optional;

/** Keeps the accepted evaluation of one candidate of one test class, and knows whether another is to be accepted now. */
public interface BaselineStore {

    /**
     * Returns what was accepted before this run, whatever has been accepted since.
     *
     * @return the baseline; empty if there is none
     */
    Optional<Baseline> find();

    /**
     * Tells whether somebody asked for the present evaluation to become the baseline.
     *
     * @return whether to accept instead of to compare
     */
    boolean isAccepting();

    /**
     * Tells whether nobody is there who could accept, as in continuous integration.
     *
     * @return whether a baseline that is missing is a failure beyond doubt
     */
    boolean isRequired();

    /**
     * Accepts an evaluation. Called once for each metric that is asked for, with what these calls have in common repeated.
     *
     * @param accepted what is to be kept
     * @param remark what readers should know of it
     */
    void accept(Baseline accepted, String remark);

    /**
     * Names the class whose baselines these are.
     *
     * @return the class's name
     */
    String testClass();

    /**
     * Names the place of the baseline.
     *
     * @return such as "assay-baselines/org.clinic.TumourModelTest/forest.json"
     */
    String place();

    /**
     * Tells how to accept.
     *
     * @return a command
     */
    String command();
}
