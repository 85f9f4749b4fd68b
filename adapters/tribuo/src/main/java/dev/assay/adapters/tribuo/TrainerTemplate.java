package dev.assay.adapters.tribuo;

import com.oracle.labs.mlrg.olcut.config.ConfigurationData;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tribuo.Trainer;

/**
 * Makes new trainers like a given one, from the configuration in its provenance as it was when the template was made.
 * How often the given one has trained doesn't matter: a copy is as if it had just been constructed.
 */
final class TrainerTemplate {

    private static final String OWN = "org.tribuo.";

    /** The trainer's own configuration first, then those of the objects that it is made of. */
    private final List<ConfigurationData> configuration;

    private TrainerTemplate(List<ConfigurationData> configuration) {
        this.configuration = configuration;
    }

    /**
     * Makes a template, and a first copy to see that it works.
     *
     * @throws IllegalArgumentException if the trainer cannot be copied
     */
    static TrainerTemplate of(Trainer<?> trainer) {
        requireOwn(trainer, trainer.getClass().getName());
        List<ConfigurationData> configuration = attempt(trainer, () -> configuration(trainer));
        configuration.forEach(part -> requireOwn(trainer, part.getClassName()));
        TrainerTemplate template = new TrainerTemplate(configuration);
        if (!attempt(trainer, () -> configuration(template.copy())).equals(configuration)) {
            throw refusal(trainer, "its copy is configured differently", null);
        }
        return template;
    }

    Trainer<?> copy() {
        try (ConfigurationManager manager = new ConfigurationManager()) {
            manager.addConfiguration(configuration);
            return (Trainer<?>) manager.lookup(configuration.get(0).getName());
        }
    }

    /** Describes a trainer that is made of Tribuo's own classes only; empty for others. */
    static Optional<String> describe(Trainer<?> trainer) {
        try {
            List<ConfigurationData> parts = configuration(trainer);
            boolean own = trainer.getClass().getName().startsWith(OWN)
                    && parts.stream().allMatch(part -> part.getClassName().startsWith(OWN));
            // a trainer that has trained before goes on with its random numbers where no configuration shows it
            return own
                    ? Optional.of(describe(parts) + "\ntrained " + trainer.getInvocationCount() + " times")
                    : Optional.empty();
        } catch (RuntimeException e) {
            // a provenance that can't be read describes nothing
            return Optional.empty();
        }
    }

    private static String describe(List<ConfigurationData> parts) {
        return parts.stream()
                .map(part -> part.getName() + " " + part.getClassName() + " " + new TreeMap<>(part.getProperties()))
                .collect(Collectors.joining("\n"));
    }

    private static List<ConfigurationData> configuration(Trainer<?> trainer) {
        return List.copyOf(ProvenanceUtil.extractConfiguration(trainer.getProvenance()));
    }

    /** A class of someone else's may have state that its provenance doesn't show, and lose it without a sign. */
    private static void requireOwn(Trainer<?> trainer, String className) {
        if (!className.startsWith(OWN)) {
            throw refusal(
                    trainer, className + " is not one of Tribuo's classes, so what a copy needs is unknown", null);
        }
    }

    private static <R> R attempt(Trainer<?> trainer, Supplier<R> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw refusal(trainer, Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    private static IllegalArgumentException refusal(Trainer<?> trainer, String why, @Nullable RuntimeException cause) {
        return new IllegalArgumentException(
                trainer.getClass().getName() + " cannot be copied for each fold (" + why
                        + "); make a new one for each fold: give a supplier instead, such as () -> new "
                        + simpleName(trainer) + "(…), or make it in the @Candidate method itself",
                cause);
    }

    private static String simpleName(Trainer<?> trainer) {
        String name = trainer.getClass().getSimpleName();
        return name.isEmpty() ? "Trainer" : name;
    }
}
