package dev.assay.engine.internal.declaration;

import java.lang.reflect.Method;

/** What Jupiter's annotations say of running beside others; nothing where Jupiter's API is not there. */
interface JupiterScheduling {

    /** Says nothing, as where classes and checks run one after another anyway. */
    static JupiterScheduling none() {
        return new JupiterScheduling() {};
    }

    /** Finds the annotations where Jupiter's API can be loaded, so that Assay doesn't need it. */
    static JupiterScheduling find() {
        try {
            return new PresentJupiterScheduling();
        } catch (LinkageError e) {
            return none();
        }
    }

    /**
     * Reads a class.
     *
     * @throws org.junit.platform.commons.JUnitException if a provider of locks fails; the message says which
     */
    default Scheduling ofClass(Class<?> type) {
        return Scheduling.NONE;
    }

    /**
     * Reads a check, and what its class says of all its checks.
     *
     * @throws org.junit.platform.commons.JUnitException if a provider of locks fails; the message says which
     */
    default Scheduling ofCheck(Class<?> type, Method check) {
        return Scheduling.NONE;
    }
}
