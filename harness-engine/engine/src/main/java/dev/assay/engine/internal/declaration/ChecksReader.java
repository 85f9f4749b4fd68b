package dev.assay.engine.internal.declaration;

import dev.assay.engine.Check;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the methods that check. */
final class ChecksReader {

    private final Problems problems;
    private final MarksReader marks;
    private final ParameterProviders providers;
    private final List<CandidateMethod> candidates;
    private final Optional<CandidatesMethod> stream;
    private final Optional<GroupPath> group;
    private final Condition ofGroup;
    /** The classes around the group, from the outermost on. */
    private final List<Class<?>> around;

    ChecksReader(
            Problems problems,
            MarksReader marks,
            ParameterProviders providers,
            List<CandidateMethod> candidates,
            Optional<CandidatesMethod> stream) {
        this(problems, marks, providers, candidates, stream, Optional.empty(), Condition.NONE, List.of());
    }

    private ChecksReader(
            Problems problems,
            MarksReader marks,
            ParameterProviders providers,
            List<CandidateMethod> candidates,
            Optional<CandidatesMethod> stream,
            Optional<GroupPath> group,
            Condition ofGroup,
            List<Class<?>> around) {
        this.problems = problems;
        this.marks = marks;
        this.providers = providers;
        this.candidates = candidates;
        this.stream = stream;
        this.group = group;
        this.ofGroup = ofGroup;
        this.around = around;
    }

    /** Returns one for the checks of a group, which are left out with it. */
    ChecksReader within(GroupPath path, Condition condition, List<Class<?>> aroundGroup, Problems problemsOfGroup) {
        return new ChecksReader(
                problemsOfGroup, marks, providers, candidates, stream, Optional.of(path), condition, aroundGroup);
    }

    List<CheckMethod> read(Class<?> type) {
        List<Method> methods = ModelTestReader.methods(type, Check.class);
        new GatesReader(problems).requireChecks(type);
        return methods.stream()
                .sorted(Comparator.comparing(Method::getName).thenComparing(Signatures::qualified))
                .flatMap(method -> AnnotationSupport.findAnnotation(method, Check.class).stream()
                        .map(check -> read(type, method, check)))
                .toList();
    }

    private CheckMethod read(Class<?> type, Method method, Check check) {
        MemberRules rules = new MemberRules(problems);
        rules.modifiers(method, "a check");
        rules.withoutResult(method, "a check");
        List<CheckParameter> parameters = new ParametersReader(problems, providers).read(method, type);
        boolean evaluates = parameters.contains(Parameter.EVALUATION);
        boolean compares = parameters.contains(Parameter.COMPARISON);
        Subjects named = named(method, check);
        // A check with both sees each candidate that it names beside all that there are.
        Subjects compared = !compares ? Subjects.NONE : evaluates ? all() : named;
        requireSomethingToJudge(method, check, evaluates || compares);
        if (compares) {
            requireTwo(method, compared);
        }
        Marks ofMethod = marks.ofMethod(method, problems);
        return new CheckMethod(
                method,
                group,
                ofMethod.displayName().orElse(Words.of(method.getName())),
                parameters,
                evaluates ? named : Subjects.NONE,
                evaluates && check.of().length > 0 && named.isOne(),
                compared,
                new GatesReader(problems).read(method, evaluates),
                check.judges(),
                ofMethod.tags(),
                ofGroup.or(ofMethod.condition()),
                marks.scheduling(around, type, method, problems));
    }

    private Subjects all() {
        return new Subjects(candidates, stream, List.of());
    }

    private Subjects named(Method method, Check check) {
        if (check.of().length == 0 || (candidates.isEmpty() && stream.isEmpty())) {
            return all();
        }
        List<String> names = Arrays.stream(check.of()).distinct().toList();
        List<String> others = names.stream()
                .filter(name -> candidates.stream()
                        .noneMatch(candidate -> candidate.name().equals(name)))
                .toList();
        if (stream.isEmpty()) {
            others.forEach(name -> problems.add(
                    method,
                    "is about a candidate \"" + name + "\", which there is not; name one of " + quoted(candidates)));
        }
        return new Subjects(
                candidates.stream()
                        .filter(candidate -> names.contains(candidate.name()))
                        .toList(),
                others.isEmpty() ? Optional.empty() : stream,
                others);
    }

    private void requireSomethingToJudge(Method method, Check check, boolean judgesCandidates) {
        if (judgesCandidates) {
            return;
        }
        if (check.judges()) {
            problems.add(
                    method,
                    "takes neither an Evaluation nor a Comparison and so can judge nothing; take one, or declare "
                            + "@Check(judges = false)");
        }
        if (check.of().length > 0) {
            problems.add(
                    method,
                    "names candidates but takes neither an Evaluation nor a Comparison; take one, or remove \"of\"");
        }
    }

    private void requireTwo(Method method, Subjects compared) {
        boolean mayBeMore = compared.isStreamed() && compared.streamedNames().isEmpty();
        if (!mayBeMore && compared.methods().size() + compared.streamedNames().size() < 2) {
            problems.add(
                    method,
                    "takes a Comparison of fewer than two candidates; "
                            + (candidates.size() < 2 && stream.isEmpty()
                                    ? "add a candidate"
                                    : "name two or more, or none for all")
                            + ", or take an Evaluation");
        }
    }

    private static String quoted(List<CandidateMethod> candidates) {
        return candidates.stream()
                .map(candidate -> "\"" + candidate.name() + "\"")
                .collect(Collectors.joining(", "));
    }
}
