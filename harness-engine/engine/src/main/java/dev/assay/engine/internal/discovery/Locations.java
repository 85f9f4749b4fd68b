package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.declaration.CheckContainer;
import dev.assay.engine.internal.declaration.GroupClass;
import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.engine.internal.descriptor.GroupDescriptor;
import dev.assay.engine.internal.descriptor.ModelTestDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;

/** Finds classes and groups, and their ids. */
final class Locations {

    /**
     * Where checks are.
     *
     * @param container the class or group that has them
     * @param id its id
     */
    record Location(CheckContainer container, UniqueId id) {}

    private final Declarations declarations;
    private final UniqueId engine;

    Locations(Declarations declarations, UniqueId engine) {
        this.declarations = declarations;
        this.engine = engine;
    }

    /** Returns a class and the groups around it, from the outermost on, that one included. */
    List<Class<?>> path(Class<?> type) {
        List<Class<?>> path = new ArrayList<>();
        Class<?> next = type;
        while (declarations.isGroup(next) && next.getEnclosingClass() != null) {
            path.add(0, next);
            next = next.getEnclosingClass();
        }
        path.add(0, next);
        return path;
    }

    /** Finds a class, or a group by what is around it. */
    Optional<Location> of(List<Class<?>> path) {
        if (path.size() > 1) {
            // says so if the group is where nobody looks for it
            declarations.of(path.get(path.size() - 1));
        }
        Optional<ModelTestClass> outermost = declarations.of(path.get(0));
        if (outermost.isEmpty()) {
            return Optional.empty();
        }
        Location location = new Location(outermost.get(), ModelTestDescriptor.id(engine, path.get(0)));
        for (Class<?> type : path.subList(1, path.size())) {
            Optional<GroupClass> group = location.container.groups().stream()
                    .filter(each -> each.type() == type)
                    .findFirst();
            if (group.isEmpty()) {
                return Optional.empty();
            }
            location = new Location(group.get(), GroupDescriptor.id(location.id, group.get()));
        }
        return Optional.of(location);
    }
}
