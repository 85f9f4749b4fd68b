package dev.assay.engine.internal.declaration;

import java.util.Optional;

/**
 * Where a group is in its class.
 *
 * @param outer the group that it is in, if it is in one
 * @param type its class
 */
public record GroupPath(Optional<GroupPath> outer, Class<?> type) {

    /**
     * Names the group within the class.
     *
     * @return simple names from the outermost group on, with points between them
     */
    public String name() {
        return outer.map(group -> group.name() + ".").orElse("") + type.getSimpleName();
    }
}
