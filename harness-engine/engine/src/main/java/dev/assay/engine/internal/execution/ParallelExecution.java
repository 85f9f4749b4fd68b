package dev.assay.engine.internal.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.DefaultParallelExecutionConfigurationStrategy;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.Node.ExecutionMode;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;

/**
 * Whether classes and checks run at the same time, by the same switches as Jupiter's under another prefix.
 *
 * @param isEnabled whether any do
 * @param ofChecks the mode of checks that say nothing of it, nor their class
 * @param ofClasses the mode of classes that say nothing of it
 */
public record ParallelExecution(boolean isEnabled, ExecutionMode ofChecks, ExecutionMode ofClasses) {

    /** Whether classes and checks run at the same time: {@code true}, or {@code false}, the default. */
    public static final String ENABLED = "assay.execution.parallel.enabled";

    /** How checks run where that is not said: {@code concurrent}, or {@code same_thread}, the default. */
    public static final String CHECKS = "assay.execution.parallel.mode.default";

    /** How classes run where that is not said: {@code concurrent} or {@code same_thread}; by default as checks do. */
    public static final String CLASSES = "assay.execution.parallel.mode.classes.default";

    /** What the parameters of JUnit's own strategies begin with. */
    public static final String CONFIG = "assay.execution.parallel.config.";

    /** One after another. */
    public static final ParallelExecution SEQUENTIAL =
            new ParallelExecution(false, ExecutionMode.SAME_THREAD, ExecutionMode.SAME_THREAD);

    private static final String PREFIX = "assay.execution.";

    /** How many threads there are, by JUnit's names of these parameters and strategies. */
    private static final List<String> STRATEGY_PARAMETERS = List.of(
            DefaultParallelExecutionConfigurationStrategy.CONFIG_STRATEGY_PROPERTY_NAME,
            DefaultParallelExecutionConfigurationStrategy.CONFIG_FIXED_PARALLELISM_PROPERTY_NAME,
            DefaultParallelExecutionConfigurationStrategy.CONFIG_FIXED_MAX_POOL_SIZE_PROPERTY_NAME,
            DefaultParallelExecutionConfigurationStrategy.CONFIG_FIXED_SATURATE_PROPERTY_NAME,
            DefaultParallelExecutionConfigurationStrategy.CONFIG_DYNAMIC_FACTOR_PROPERTY_NAME,
            DefaultParallelExecutionConfigurationStrategy.CONFIG_DYNAMIC_MAX_POOL_SIZE_FACTOR_PROPERTY_NAME,
            DefaultParallelExecutionConfigurationStrategy.CONFIG_DYNAMIC_SATURATE_PROPERTY_NAME,
            DefaultParallelExecutionConfigurationStrategy.CONFIG_CUSTOM_CLASS_PROPERTY_NAME);

    /**
     * Reads the parameters.
     *
     * @param parameters of a run
     * @return what they say
     * @throws IllegalArgumentException if a value makes no sense; the message names parameter and value
     */
    public static ParallelExecution of(ConfigurationParameters parameters) {
        boolean enabled = Configuration.choice(parameters, ENABLED, Map.of("true", true, "false", false))
                .orElse(false);
        ExecutionMode ofChecks = mode(parameters, CHECKS).orElse(ExecutionMode.SAME_THREAD);
        ParallelExecution parallel = new ParallelExecution(
                enabled, ofChecks, mode(parameters, CLASSES).orElse(ofChecks));
        if (enabled) {
            configuration(parameters);
        }
        return parallel;
    }

    /**
     * Reads the parameters, of which others say what is wrong with them.
     *
     * @param parameters of a run
     * @return what they say; one after another if that makes no sense
     */
    public static ParallelExecution orSequential(ConfigurationParameters parameters) {
        try {
            return of(parameters);
        } catch (IllegalArgumentException e) {
            return SEQUENTIAL;
        }
    }

    private static Optional<ExecutionMode> mode(ConfigurationParameters parameters, String key) {
        return Configuration.choice(
                parameters,
                key,
                Arrays.stream(ExecutionMode.values())
                        .collect(Collectors.toMap(mode -> mode.name().toLowerCase(Locale.ROOT), Function.identity())));
    }

    /**
     * Finds parameters that begin as these do, and that there are not.
     *
     * @param parameters of a run, of which system properties are not looked through
     * @return their names, sorted
     */
    public static List<String> unknown(ConfigurationParameters parameters) {
        return parameters.keySet().stream()
                .filter(key -> key.startsWith(PREFIX)
                        && !List.of(ENABLED, CHECKS, CLASSES).contains(key)
                        && STRATEGY_PARAMETERS.stream().noneMatch(known -> key.equals(CONFIG + known))
                        && !key.startsWith(CONFIG + "custom."))
                .sorted()
                .toList();
    }

    /**
     * Makes what runs classes and checks at the same time.
     *
     * @param parameters of a run
     * @return JUnit's executor, to be closed at the end
     */
    public static HierarchicalTestExecutorService executor(ConfigurationParameters parameters) {
        return new ForkJoinPoolHierarchicalTestExecutorService(configuration(parameters));
    }

    private static ParallelExecutionConfiguration configuration(ConfigurationParameters parameters) {
        ConfigurationParameters own = new PrefixedConfigurationParameters(parameters, CONFIG);
        DefaultParallelExecutionConfigurationStrategy strategy = Configuration.choice(
                        parameters,
                        CONFIG + DefaultParallelExecutionConfigurationStrategy.CONFIG_STRATEGY_PROPERTY_NAME,
                        Arrays.stream(DefaultParallelExecutionConfigurationStrategy.values())
                                .collect(Collectors.toMap(
                                        each -> each.name().toLowerCase(Locale.ROOT), Function.identity())))
                .orElse(DefaultParallelExecutionConfigurationStrategy.DYNAMIC);
        ParallelExecutionConfiguration configuration;
        try {
            configuration = strategy.createConfiguration(own);
        } catch (JUnitException e) {
            throw new IllegalArgumentException(
                    "configuration parameters " + CONFIG + "* make no sense: " + e.getMessage(), e);
        }
        return saysHowManyAtMost(strategy, own) ? configuration : new Bounded(configuration);
    }

    private static boolean saysHowManyAtMost(
            DefaultParallelExecutionConfigurationStrategy strategy, ConfigurationParameters own) {
        return switch (strategy) {
            case FIXED ->
                own.get(DefaultParallelExecutionConfigurationStrategy.CONFIG_FIXED_MAX_POOL_SIZE_PROPERTY_NAME)
                        .isPresent();
            case DYNAMIC ->
                own.get(DefaultParallelExecutionConfigurationStrategy.CONFIG_DYNAMIC_MAX_POOL_SIZE_FACTOR_PROPERTY_NAME)
                        .isPresent();
            case CUSTOM -> true;
        };
    }

    /**
     * Never more threads than are to run at once. By JUnit's default there is another for each that waits, up to 256: checks
     * wait for evaluations, and soon the examples of hundreds of classes would be in memory at the same time.
     */
    private record Bounded(ParallelExecutionConfiguration configuration) implements ParallelExecutionConfiguration {

        @Override
        public int getParallelism() {
            return configuration.getParallelism();
        }

        @Override
        public int getMinimumRunnable() {
            return configuration.getMinimumRunnable();
        }

        @Override
        public int getMaxPoolSize() {
            return configuration.getParallelism();
        }

        @Override
        public int getCorePoolSize() {
            return configuration.getCorePoolSize();
        }

        @Override
        public int getKeepAliveSeconds() {
            return configuration.getKeepAliveSeconds();
        }

        /** Lets threads wait without a substitute. */
        @Override
        public Predicate<? super ForkJoinPool> getSaturatePredicate() {
            return pool -> true;
        }
    }
}
