package dev.assay.engine;

/**
 * Gives checks parameters of a type that the engine doesn't know, such as a threshold that stands in a file.
 *
 * <pre>{@code
 * public final class ThresholdProvider implements CheckParameterProvider<Threshold> {
 *
 *     @Override
 *     public Class<Threshold> type() {
 *         return Threshold.class;
 *     }
 *
 *     @Override
 *     public Threshold provide(CheckContext context) throws IOException {
 *         return Threshold.read(Path.of("thresholds.properties"), context.testClass());
 *     }
 * }
 * }</pre>
 *
 * <p>Providers are services: a file {@code META-INF/services/dev.assay.engine.CheckParameterProvider} on the class path of the tests
 * names them, or {@code provides} of a module. They are public, with a public constructor without parameters. The class loader of the
 * test class finds and makes all of them, anew each time that tests are looked for, when a check takes a parameter of another type than
 * the engine's own. Two that give the
 * same type are reported when tests are discovered, if a check takes one of it.
 *
 * @param <T> the type of parameters
 */
public interface CheckParameterProvider<T> {

    /**
     * Tells of which type parameters are that it gives, also when tests are only looked for.
     *
     * @return the type exactly as checks declare it, without type arguments; none of those that the engine gives itself
     */
    Class<T> type();

    /**
     * Gives one parameter. It is called anew for each parameter of each call of a check, before the check is called, perhaps by several
     * threads at once. What it throws fails that call.
     *
     * @param context what it is for
     * @return the parameter; null fails the call
     * @throws Exception if there is none
     */
    T provide(CheckContext context) throws Exception;
}
