package dev.assay.tuning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * How values of a parameter are drawn.
 *
 * <p>Numbers that are not whole are rounded to four significant digits, or to a thousandth of their range where that is finer,
 * so that a candidate's name tells its parameters exactly.
 */
public final class Distribution {

    private static final int SIGNIFICANT = 4;
    private static final double STEPS = 1000;

    private final String description;
    private final double size;
    private final Function<SplittableRandom, Object> draw;

    private Distribution(String description, double size, Function<SplittableRandom, Object> draw) {
        this.description = description;
        this.size = size;
        this.draw = draw;
    }

    /**
     * Draws numbers of which all are equally likely.
     *
     * @param lowest the lowest possible
     * @param highest the highest possible, above the lowest
     * @return the distribution
     * @throws IllegalArgumentException if there is nothing between them
     */
    public static Distribution uniform(double lowest, double highest) {
        String description = "uniform(" + ValueText.of(lowest) + ", " + ValueText.of(highest) + ")";
        require(Double.isFinite(highest - lowest) && lowest < highest, description, "finite bounds, the lower first");
        return new Distribution(
                description,
                Double.POSITIVE_INFINITY,
                random -> rounded(lowest + random.nextDouble() * (highest - lowest), lowest, highest));
    }

    /**
     * Draws positive numbers of which all orders of magnitude are equally likely, as suits rates and penalties.
     *
     * @param lowest the lowest possible, above 0
     * @param highest the highest possible, above the lowest
     * @return the distribution
     * @throws IllegalArgumentException if there is nothing between them, or the lowest is not positive
     */
    public static Distribution logUniform(double lowest, double highest) {
        String description = "logUniform(" + ValueText.of(lowest) + ", " + ValueText.of(highest) + ")";
        require(
                lowest > 0 && lowest < highest && Double.isFinite(highest),
                description,
                "finite bounds above 0, the lower first");
        // strict, so that all machines draw the same
        double start = StrictMath.log(lowest);
        double length = StrictMath.log(highest) - start;
        return new Distribution(
                description,
                Double.POSITIVE_INFINITY,
                random -> rounded(StrictMath.exp(start + random.nextDouble() * length), lowest, highest));
    }

    /**
     * Draws whole numbers of which all are equally likely.
     *
     * @param lowest the lowest possible
     * @param highest the highest possible, not below the lowest
     * @return the distribution
     * @throws IllegalArgumentException if the highest is below the lowest
     */
    public static Distribution integers(int lowest, int highest) {
        String description = "integers(" + lowest + ", " + highest + ")";
        require(lowest <= highest, description, "the lower bound first");
        return new Distribution(description, (double) highest - lowest + 1, random ->
                (int) random.nextLong(lowest, (long) highest + 1));
    }

    /**
     * Draws one of some values, all equally likely.
     *
     * @param values at least one, all different: numbers, texts, enum constants, or whatever has a text of its own
     * @return the distribution
     * @throws IllegalArgumentException if there are no values, or two of one text
     */
    public static Distribution choice(Object... values) {
        Arrays.stream(values).forEach(value -> ValueText.require("of choice(…)", value));
        List<Object> all = List.copyOf(Arrays.asList(values));
        List<String> texts = all.stream().map(ValueText::of).toList();
        String description = "choice(" + String.join(", ", texts) + ")";
        require(
                !all.isEmpty() && texts.stream().distinct().count() == all.size(),
                description,
                "at least one value, and each once");
        return new Distribution(description, all.size(), random -> all.get(random.nextInt(all.size())));
    }

    private static void require(boolean condition, String description, String wanted) {
        if (!condition) {
            throw new IllegalArgumentException("nothing can be drawn from " + description + "; give " + wanted);
        }
    }

    private static double rounded(double value, double lowest, double highest) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int ofRange = (int) Math.ceil(-Math.log10((highest - lowest) / STEPS));
        int ofValue = exact.signum() == 0 ? ofRange : SIGNIFICANT - (exact.precision() - exact.scale());
        double rounded = exact.setScale(Math.max(ofRange, ofValue), RoundingMode.HALF_EVEN)
                .doubleValue();
        return Math.min(highest, Math.max(lowest, rounded));
    }

    /** Draws a value by the next random numbers. */
    Object draw(SplittableRandom random) {
        return draw.apply(random);
    }

    /** Returns how many different values there are; infinite if too many to count. */
    double size() {
        return size;
    }

    /** Says what is drawn from, such as {@code integers(2, 12)}. */
    @Override
    public String toString() {
        return description;
    }
}
