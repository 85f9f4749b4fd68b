package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Folds that an attribute of the data tells, such as a column of the file it was read from.
 *
 * <p>The values are names of folds: the examples of each value are tested together, values in order (by value if all are
 * whole numbers), and those of the value {@code -1} are only trained on. If instead all values are among {@code train}, {@code
 * validation} and {@code test}, in any case, they tell the parts of a single split.
 *
 * @param attribute the attribute's name
 */
public record AttributeSplit(String attribute) implements Splitter {

    private static final String TRAIN = "train";
    private static final String VALIDATION = "validation";
    private static final String TEST = "test";
    private static final Set<String> PARTS = Set.of(TRAIN, VALIDATION, TEST);

    private static final String NEVER = "-1";

    /**
     * Splits by an attribute.
     *
     * @param attribute the attribute's name
     * @return the splitter
     */
    public static AttributeSplit of(String attribute) {
        return new AttributeSplit(attribute);
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if there is no such attribute, or its values leave nothing to train on or nothing to test
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        List<String> values = data.attribute(attribute);
        List<String> parts =
                values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        return PARTS.containsAll(parts) ? List.of(ofParts(data, parts)) : ofFolds(data, values);
    }

    private Split ofParts(Dataset<?> data, List<String> parts) {
        for (String needed : List.of(TRAIN, TEST)) {
            if (!parts.contains(needed)) {
                throw new InvalidDataException(
                        "no example of " + data.name() + " has \"" + needed + "\" for its " + attribute);
            }
        }
        Split split = Split.ofChecked(0, data.size(), rows(parts, TEST));
        return parts.contains(VALIDATION) ? split.withValidationRows(rows(parts, VALIDATION)) : split;
    }

    private static int[] rows(List<String> parts, String part) {
        return IntStream.range(0, parts.size())
                .filter(row -> parts.get(row).equals(part))
                .toArray();
    }

    private List<Split> ofFolds(Dataset<?> data, List<String> values) {
        Groups folds = Groups.of(data.name(), values);
        int never = IntStream.range(0, folds.number())
                .filter(code -> folds.name(code).equals(NEVER))
                .findFirst()
                .orElse(Folds.NEVER);
        if (never >= 0 && folds.number() == 1) {
            throw new InvalidDataException(
                    "every example of " + data.name() + " has -1 for its " + attribute + ", so that none is tested");
        }
        int[] foldOfCode = new int[folds.number()];
        int next = 0;
        for (int code = 0; code < foldOfCode.length; code++) {
            foldOfCode[code] = code == never ? Folds.NEVER : next++;
        }
        return PredefinedSplit.splits(data, folds.spread(foldOfCode), next);
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public String description() {
        return "split by " + attribute;
    }
}
