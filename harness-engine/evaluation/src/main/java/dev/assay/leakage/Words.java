package dev.assay.leakage;

import java.util.List;

/** How findings name things. */
final class Words {

    /** How many things of a kind a sentence names. */
    static final int MOST = 3;

    private Words() {}

    /** Lists the first few of many. */
    static String list(List<String> first, int total, String things) {
        int more = total - first.size();
        return String.join("; ", first)
                + (more > 0 ? "; and " + more + " more " + (more == 1 ? things : things + "s") : "");
    }

    /** Writes a number as readers would. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
