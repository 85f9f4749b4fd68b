package dev.assay.engine.internal.declaration;

import dev.assay.evaluation.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;

/** Reads the candidates that a method gave, and says what is wrong with them. */
final class CandidateStream {

    private final String method;
    private final List<StreamedCandidate> candidates = new ArrayList<>();
    /** Who has a name, by the name without case, since file names in which names are used may not tell. */
    private final Map<String, String> owners = new HashMap<>();

    private final int before;

    CandidateStream(String method, List<CandidateMethod> beside) {
        this.method = method;
        this.before = beside.size();
        beside.forEach(candidate -> owners.put(
                key(candidate.name()), Signatures.simple(candidate.method()) + " is \"" + candidate.name() + "\""));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    List<StreamedCandidate> read(@Nullable Object given) {
        if (given instanceof Stream<?> stream) {
            try (stream) {
                addAll(stream.iterator());
            }
        } else if (given instanceof Iterable<?> iterable) {
            addAll(iterable.iterator());
        } else {
            throw new JUnitException(method + " gave "
                    + (given == null ? "null" : "a " + given.getClass().getSimpleName()) + " and no candidates");
        }
        if (candidates.isEmpty()) {
            throw new JUnitException(method + " gave no candidate; give at least one, or remove the method");
        }
        return List.copyOf(candidates);
    }

    private void addAll(Iterator<?> given) {
        given.forEachRemaining(this::add);
    }

    private void add(@Nullable Object given) {
        int number = candidates.size() + 1;
        if (!(given instanceof Candidate candidate)) {
            throw new JUnitException(method + " gave "
                    + (given == null ? "null" : "a " + given.getClass().getSimpleName())
                    + " in place of candidate " + number + "; give each as Candidate.of(\"its name\", …) of "
                    + Candidate.class.getPackageName() + ", or as ParameterGrid makes them");
        }
        String owner =
                owners.putIfAbsent(key(candidate.name()), "candidate " + number + " is \"" + candidate.name() + "\"");
        if (owner != null) {
            throw new JUnitException(method + " gave candidate " + number + " the name \"" + candidate.name()
                    + "\", but " + owner + "; give one of them another name");
        }
        candidates.add(new StreamedCandidate(candidate, before + number));
    }
}
