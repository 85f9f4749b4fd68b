package dev.assay.learning;

/** What to tell users whose objects no adapter knows. */
final class Adapters {

    private Adapters() {}

    static String hint(Object foreign) {
        return foreign.getClass().getName().startsWith("org.tribuo.")
                ? "; add the dependency dev.assay:assay-tribuo"
                : "; is the adapter for its library among the dependencies?";
    }
}
