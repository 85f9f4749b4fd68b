package dev.assay.clients;

import java.util.List;

/** Maven's plugins that run tests. */
enum Runner {
    SUREFIRE("surefire", "surefire", "junit.newer"),
    SUREFIRE_WITH_JUNIT_5("surefire", "surefire", "junit"),
    OLDER_SUREFIRE("surefire", "surefire.older", "junit"),
    FAILSAFE("failsafe", "surefire", "junit.newer");

    private final String plugin;
    private final String version;
    private final String junit;

    Runner(String plugin, String version, String junit) {
        this.plugin = plugin;
        this.version = version;
        this.junit = junit;
    }

    String version() {
        return Place.property(version);
    }

    String junit() {
        return Place.property(junit);
    }

    List<String> goals() {
        return this == FAILSAFE ? List.of("failsafe:integration-test", "failsafe:verify") : List.of("surefire:test");
    }

    String reports() {
        return plugin + "-reports";
    }

    /** The class in whose report the tests of a class are: newer ones put groups beside the other tests of the class around them. */
    String reportedIn(String className) {
        return this == OLDER_SUREFIRE ? className : className.replaceFirst("\\$.*", "");
    }

    /** The user property of a parameter that both plugins have. */
    String property(String name) {
        return "-D" + plugin + "." + name;
    }

    /** Says on the command line what is to be run. */
    List<String> arguments(Selection selection) {
        String test = this == FAILSAFE ? "-Dit.test=" : "-Dtest=";
        return switch (selection) {
            case EVERYTHING -> List.of();
            case CLASS -> List.of(test + "AppleModelTest");
            case PACKAGE -> List.of(test + "org/orchard/citrus/*");
            case METHOD -> List.of(test + "AppleModelTest#eachBeatsChance");
            case TAG -> List.of("-Dgroups=gate");
            case OTHER_TAGS -> List.of("-DexcludedGroups=gate");
            // Surefire selects by id when it runs failed tests again
            case ID, SUITE -> throw new IllegalArgumentException("not by " + this);
        };
    }
}
