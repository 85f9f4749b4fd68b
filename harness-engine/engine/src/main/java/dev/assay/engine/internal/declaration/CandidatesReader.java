package dev.assay.engine.internal.declaration;

import dev.assay.engine.Candidate;
import dev.assay.engine.Candidates;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the methods that give candidates. */
final class CandidatesReader {

    private record Named(String name, Method method, Candidate candidate, Marks marks) {}

    private final Problems problems;
    private final MarksReader marks;

    CandidatesReader(Problems problems, MarksReader marks) {
        this.problems = problems;
        this.marks = marks;
    }

    List<CandidateMethod> read(Class<?> type) {
        List<Method> methods = ModelTestReader.methods(type, Candidate.class);
        MemberRules rules = new MemberRules(problems);
        methods.forEach(method -> rules.source(method, "a candidate", "a Learner, or a trainer that an adapter knows"));
        if (methods.isEmpty() && ModelTestReader.methods(type, Candidates.class).isEmpty()) {
            problems.add("has no method with @Candidate or @Candidates; add one that returns what is to be evaluated");
        }
        List<Named> named = methods.stream()
                .map(this::name)
                .sorted(Comparator.comparing(Named::name).thenComparing(each -> Signatures.qualified(each.method)))
                .toList();
        requireDistinctNames(named);
        return inOrder(named);
    }

    private Named name(Method method) {
        Marks ofMethod = marks.ofMethod(method, problems);
        Candidate candidate =
                AnnotationSupport.findAnnotation(method, Candidate.class).orElseThrow();
        if (Double.isInfinite(candidate.cost())) {
            problems.add(method, "has the cost " + candidate.cost() + "; a cost is a finite number");
        }
        String name = candidate.value().strip();
        return new Named(
                name.isEmpty() ? ofMethod.displayName().orElse(Words.of(method.getName())) : name,
                method,
                candidate,
                ofMethod);
    }

    /** Names must differ by more than case, since file names in which they are used may not tell. */
    private void requireDistinctNames(List<Named> named) {
        Map<String, Named> known = new HashMap<>();
        for (Named candidate : named) {
            Named other = known.putIfAbsent(candidate.name.toLowerCase(Locale.ROOT), candidate);
            if (other != null) {
                problems.add(
                        candidate.method,
                        "is named \"" + candidate.name + "\", and " + Signatures.simple(other.method) + " \""
                                + other.name + "\"; give one of them another name by @Candidate(\"…\")");
            }
        }
    }

    private static List<CandidateMethod> inOrder(List<Named> named) {
        List<CandidateMethod> candidates = new ArrayList<>();
        for (Named each : named) {
            candidates.add(new CandidateMethod(
                    each.method,
                    each.name,
                    candidates.size() + 1,
                    each.candidate.concurrency(),
                    Double.isFinite(each.candidate.cost())
                            ? OptionalDouble.of(each.candidate.cost())
                            : OptionalDouble.empty(),
                    each.marks.tags(),
                    each.marks.condition()));
        }
        return candidates;
    }
}
