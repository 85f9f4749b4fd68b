package dev.assay.report;

import dev.assay.result.Result.JudgementEntry;
import java.util.List;

/** Says of a judgement in one sentence what was demanded and what was found. */
final class JudgementSentence {

    private static final String EXPECTING = "Expecting ";
    private static final String BUT = "but ";

    private JudgementSentence() {}

    /** Takes the words of the message, so that no number is rounded in two ways. */
    static String of(JudgementEntry judgement) {
        if (judgement.message() != null) {
            List<String> lines = judgement.message().lines().map(String::strip).toList();
            for (int i = 0; i + 1 < lines.size(); i++) {
                if (lines.get(i).startsWith(EXPECTING) && lines.get(i + 1).startsWith(BUT)) {
                    return lines.get(i).substring(EXPECTING.length()) + ", " + lines.get(i + 1);
                }
            }
        }
        return judgement.finding() == null || judgement.finding().isEmpty()
                ? judgement.criterion()
                : judgement.criterion() + ": " + judgement.finding();
    }
}
