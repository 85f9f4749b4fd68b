package dev.assay.engine.internal.declaration;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the name of a method into words. */
final class Words {

    private static final Pattern BOUNDARY =
            Pattern.compile("[_ ]+|(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private Words() {}

    /**
     * Splits at underscores and humps and puts words in lower case, but for those that are abbreviations: more than one
     * letter or digit, and none of them in lower case.
     *
     * @param name such as {@code hasF1AtLeastOfTheSVM}
     * @return such as "has F1 at least of the SVM"
     */
    static String of(String name) {
        String words = Arrays.stream(BOUNDARY.split(name))
                .filter(word -> !word.isEmpty())
                .map(word -> isAbbreviation(word) ? word : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? name : words;
    }

    private static boolean isAbbreviation(String word) {
        return word.length() > 1 && word.chars().noneMatch(Character::isLowerCase);
    }
}
