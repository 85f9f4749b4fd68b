package dev.assay.leakage;

import java.io.Serial;
import java.util.List;

/** Signals that leaks were found where there must be none; the message has a line for each. */
public final class LeakageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /**
     * Creates the exception.
     *
     * @param findings the leaks, at least one
     */
    public LeakageException(List<Finding> findings) {
        super(message(findings));
        this.findings = List.copyOf(findings);
    }

    private static String message(List<Finding> findings) {
        StringBuilder text = new StringBuilder(
                findings.size() == 1 ? "there is a leak:" : "there are " + findings.size() + " leaks:");
        findings.forEach(
                finding -> text.append(System.lineSeparator()).append("  ").append(finding.sentence()));
        return text.toString();
    }

    /**
     * Returns the leaks.
     *
     * @return at least one
     */
    public List<Finding> findings() {
        return findings;
    }
}
