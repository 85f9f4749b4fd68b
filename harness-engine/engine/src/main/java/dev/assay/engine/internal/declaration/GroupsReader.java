package dev.assay.engine.internal.declaration;

import dev.assay.engine.CheckGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Reads the groups of a class, and those in them. */
final class GroupsReader {

    private final Problems problems;
    private final MarksReader marks;
    private final ChecksReader checks;

    GroupsReader(Problems problems, MarksReader marks, ChecksReader checks) {
        this.problems = problems;
        this.marks = marks;
        this.checks = checks;
    }

    static boolean isGroup(Class<?> type) {
        return AnnotationSupport.isAnnotated(type, CheckGroup.class);
    }

    List<GroupClass> read(Class<?> modelTest) {
        return read(modelTest, List.of(modelTest), Optional.empty(), Condition.NONE);
    }

    private List<GroupClass> read(Class<?> type, List<Class<?>> around, Optional<GroupPath> outer, Condition ofOuter) {
        List<GroupClass> groups = new ArrayList<>();
        for (Class<?> group : find(type)) {
            if (around.stream().anyMatch(each -> each.isAssignableFrom(group))) {
                problems.of(group).add("extends a class that it is in, and so would contain itself; extend another");
            } else {
                groups.add(readGroup(group, around, outer, ofOuter));
            }
        }
        requireDistinctNames(type, groups);
        return groups;
    }

    private List<Class<?>> find(Class<?> type) {
        try {
            return ReflectionSupport.findNestedClasses(type, GroupsReader::isGroup).stream()
                    .sorted(Comparator.<Class<?>, String>comparing(Class::getSimpleName)
                            .thenComparing(Class::getName))
                    .toList();
        } catch (JUnitException e) {
            problems.of(type).add("has groups that can't be found: " + e.getMessage());
            return List.of();
        }
    }

    private GroupClass readGroup(Class<?> group, List<Class<?>> around, Optional<GroupPath> outer, Condition ofOuter) {
        Problems ofGroup = problems.of(group);
        GroupRules.check(group, ofGroup);
        GroupPath path = new GroupPath(outer, group);
        Marks marksOfGroup = marks.ofClass(group, ofGroup);
        Condition condition = ofOuter.or(marksOfGroup.condition());
        List<CheckMethod> own = checks.within(path, condition, around, ofGroup).read(group);
        List<Class<?>> aroundOthers =
                Stream.<Class<?>>concat(around.stream(), Stream.of(group)).toList();
        List<GroupClass> groups = read(group, aroundOthers, Optional.of(path), condition);
        if (own.isEmpty() && groups.isEmpty()) {
            ofGroup.add("has neither a method with @Check nor a group in it; add one, or remove the group");
        }
        return new GroupClass(
                path,
                marksOfGroup.displayName().orElse(group.getSimpleName()),
                own,
                groups,
                marksOfGroup.tags(),
                condition,
                marks.scheduling(around, group, ofGroup));
    }

    private void requireDistinctNames(Class<?> type, List<GroupClass> groups) {
        for (int i = 1; i < groups.size(); i++) {
            if (groups.get(i - 1).name().equals(groups.get(i).name())) {
                problems.of(type)
                        .add("has two groups of one name, "
                                + groups.get(i - 1).type().getName() + " and "
                                + groups.get(i).type().getName() + "; rename one");
            }
        }
    }
}
