package dev.assay.engine.internal.declaration;

import dev.assay.engine.Candidate;
import dev.assay.engine.Candidates;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the method that gives several candidates. */
final class StreamReader {

    private static final String ROLE = "a method that gives candidates";

    private final Problems problems;
    private final MarksReader marks;
    private final List<CandidateMethod> candidates;

    StreamReader(Problems problems, MarksReader marks, List<CandidateMethod> candidates) {
        this.problems = problems;
        this.marks = marks;
        this.candidates = candidates;
    }

    /** Returns the method, if there is exactly one. */
    Optional<CandidatesMethod> read(Class<?> type) {
        List<Method> methods = ModelTestReader.methods(type, Candidates.class);
        methods.forEach(this::check);
        if (methods.size() > 1) {
            problems.add("has " + methods.size() + " methods with @Candidates, "
                    + methods.stream().map(Signatures::simple).sorted().collect(Collectors.joining(" and "))
                    + "; keep one, which may give the candidates of all");
        }
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        Method method = methods.get(0);
        Marks ofMethod = marks.ofMethod(method, problems);
        if (!ofMethod.tags().isEmpty()) {
            warnOfTags(method);
        }
        candidates.stream()
                .filter(candidate -> !candidate.tags().isEmpty())
                .forEach(candidate -> warnOfTags(candidate.method()));
        return Optional.of(new CandidatesMethod(type, method, candidates, ofMethod.condition()));
    }

    private void check(Method method) {
        MemberRules rules = new MemberRules(problems);
        rules.modifiers(method, ROLE);
        rules.withoutParameters(method, ROLE);
        Class<?> gives = method.getReturnType();
        if (!Stream.class.isAssignableFrom(gives) && !Iterable.class.isAssignableFrom(gives)) {
            problems.add(
                    method,
                    "returns " + (gives == void.class ? "nothing" : gives.getSimpleName())
                            + "; candidates must be returned as a Stream or a List");
        }
        if (AnnotationSupport.isAnnotated(method, Candidate.class)) {
            problems.add(
                    method,
                    "has both @Candidate and @Candidates; keep @Candidate if it gives one learner, and @Candidates if it gives"
                            + " several candidates");
        }
    }

    private void warnOfTags(Method method) {
        problems.warn(
                method,
                "has tags, which select nothing in a class with @Candidates, where tests are known when they run; tag checks"
                        + " or the class");
    }
}
