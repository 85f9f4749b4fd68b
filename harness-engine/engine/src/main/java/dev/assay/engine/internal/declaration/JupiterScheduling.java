package dev.assay.engine.internal.declaration;

import java.lang.reflect.Method;
import java.util.List;

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
     * Reads a class, or a group with what is said around it of all that is in it.
     *
     * @param around the classes around a group, from the outermost on; none of a class
     * @param type the class or group
     *
     * @throws org.junit.platform.commons.JUnitException if a provider of locks fails; the message says which
     */
    default Scheduling ofClass(List<Class<?>> around, Class<?> type) {
        return Scheduling.NONE;
    }

    /**
     * Reads a check, and what its class or group, and those around that, say of all their checks.
     *
     * @param around the classes around a group, from the outermost on; none of a class
     * @param type the class or group that the check is in
     * @param check the check
     *
     * @throws org.junit.platform.commons.JUnitException if a provider of locks fails; the message says which
     */
    default Scheduling ofCheck(List<Class<?>> around, Class<?> type, Method check) {
        return Scheduling.NONE;
    }
}
