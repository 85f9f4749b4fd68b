package dev.assay.maven;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * Finds the modules whose results are aggregated: the project itself, those below it, and those in the same build that it
 * depends on, directly or not.
 */
final class Modules {

    private final MavenSession session;
    private final MavenProject project;

    private Modules(MavenSession session, MavenProject project) {
        this.session = session;
        this.project = project;
    }

    /**
     * Finds the modules, in the order of the build.
     *
     * @throws MojoExecutionException if one of them will only be built after this goal has run, as where it is bound in their
     *     parent; what it has would be an earlier build's
     */
    static List<MavenProject> of(MavenSession session, MavenProject project, MojoExecution execution)
            throws MojoExecutionException {
        List<MavenProject> modules = new Modules(session, project).find();
        if (execution.getSource() == MojoExecution.Source.LIFECYCLE) {
            requireBuilt(session, project, modules);
        }
        return modules;
    }

    private List<MavenProject> find() {
        Set<MavenProject> wanted = new LinkedHashSet<>();
        Deque<MavenProject> open = new ArrayDeque<>(List.of(project));
        while (!open.isEmpty()) {
            MavenProject next = open.remove();
            if (wanted.add(next)) {
                open.addAll(collected(next));
                session.getProjects().stream()
                        .filter(module -> isDependency(next, module))
                        .forEach(open::add);
            }
        }
        List<MavenProject> sorted = new ArrayList<>(session.getProjects());
        sorted.retainAll(wanted);
        // modules that are not part of this build have what an earlier one left
        wanted.stream().filter(module -> !sorted.contains(module)).forEach(sorted::add);
        return sorted;
    }

    private static Collection<MavenProject> collected(MavenProject parent) {
        return Objects.requireNonNullElse(parent.getCollectedProjects(), List.of());
    }

    private static boolean isDependency(MavenProject of, MavenProject module) {
        return of.getDependencies().stream()
                .anyMatch(dependency -> dependency.getGroupId().equals(module.getGroupId())
                        && dependency.getArtifactId().equals(module.getArtifactId())
                        && dependency.getVersion().equals(module.getVersion()));
    }

    private static void requireBuilt(MavenSession session, MavenProject project, List<MavenProject> modules)
            throws MojoExecutionException {
        List<MavenProject> order = session.getProjects();
        List<String> later = modules.stream()
                .filter(module -> order.indexOf(module) > order.indexOf(project))
                .map(MavenProject::getArtifactId)
                .toList();
        if (!later.isEmpty()) {
            throw new MojoExecutionException(project.getArtifactId() + " is built before " + String.join(", ", later)
                    + ", whose results it is to aggregate; bind the goal in a module that depends on them, or run it at the"
                    + " command line, after the modules: mvn verify assay:<goal>");
        }
    }
}
