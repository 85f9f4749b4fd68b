package dev.assay.engine;

import dev.assay.data.Dataset;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Optional;

/** The call of a check for which a {@link CheckParameterProvider} gives a parameter. */
public interface CheckContext {

    /**
     * Returns the class that is run.
     *
     * @return the class with {@link ModelTest}
     */
    Class<?> testClass();

    /**
     * Returns the parameter, which may have annotations, and knows the check.
     *
     * @return the parameter as the check declares it
     */
    Parameter parameter();

    /**
     * Returns the candidate for which the check is called.
     *
     * @return its name; empty if the check takes no {@link dev.assay.evaluation.Evaluation}
     */
    Optional<String> candidate();

    /**
     * Returns the examples, which are read if they were not yet.
     *
     * @return the data set
     * @throws Exception what the method with {@link Examples} throws
     */
    Dataset<?> examples() throws Exception;

    /**
     * Returns the folder of the class's result files, which are written when all its checks have ended. It may not be there yet, and
     * have files of an earlier run.
     *
     * @return an absolute path
     */
    Path resultsFolder();
}
