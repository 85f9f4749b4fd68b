package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What bootstrap samples of one data set are drawn from: examples or groups, within strata or among all. */
final class BootstrapUnits {

    private final String what;
    private final int[] unitOfRow;
    /** The units of each stratum that has any; a single stratum where nothing is stratified. */
    private final int[][] strata;
    /** What the strata are called; nothing where nothing is stratified. */
    private final @Nullable List<String> names;

    private BootstrapUnits(String what, int[] unitOfRow, int[][] strata, @Nullable List<String> names) {
        this.what = what;
        this.unitOfRow = unitOfRow;
        this.strata = strata;
        this.names = names;
    }

    /** Fails if every sample would have all units. */
    static BootstrapUnits of(Bootstrap bootstrap, Dataset<?> data) {
        int[] unitOfRow;
        int number;
        if (bootstrap.grouped()) {
            Groups groups = Groups.of(data);
            number = groups.number();
            unitOfRow = IntStream.range(0, data.size()).map(groups::code).toArray();
        } else {
            number = data.size();
            unitOfRow = IntStream.range(0, number).toArray();
        }
        String what = bootstrap.grouped() ? "group" : "example";
        if (number < 2) {
            throw new InvalidDataException("a bootstrap sample needs at least 2 " + what + "s, one to test; "
                    + data.name() + " has " + number);
        }
        if (!bootstrap.stratified()) {
            return new BootstrapUnits(
                    what, unitOfRow, new int[][] {IntStream.range(0, number).toArray()}, null);
        }
        return stratified(what, unitOfRow, number, Strata.of(data, bootstrap.bins()), data.name());
    }

    private static BootstrapUnits stratified(String what, int[] unitOfRow, int number, Strata strata, String data) {
        int[][] units = Folds.rowsByFold(mostFrequent(strata, unitOfRow, number), strata.number());
        int[] present = IntStream.range(0, units.length)
                .filter(stratum -> units[stratum].length > 0)
                .toArray();
        if (IntStream.of(present).allMatch(stratum -> units[stratum].length == 1)) {
            throw new InvalidDataException("stratified bootstrap samples need 2 " + what
                    + "s of some label or bin, one to test; " + data + " has 1 of each (don't stratify)");
        }
        return new BootstrapUnits(
                what,
                unitOfRow,
                IntStream.of(present).mapToObj(stratum -> units[stratum]).toArray(int[][]::new),
                IntStream.of(present).mapToObj(strata::name).toList());
    }

    /** Returns the stratum that most rows of each unit have, the first of equals. */
    private static int[] mostFrequent(Strata strata, int[] unitOfRow, int number) {
        int[] best = new int[number];
        int[] most = new int[number];
        int[] counts = new int[number];
        int[][] rowsOfStrata = strata.members();
        for (int stratum = 0; stratum < rowsOfStrata.length; stratum++) {
            for (int row : rowsOfStrata[stratum]) {
                counts[unitOfRow[row]]++;
            }
            for (int row : rowsOfStrata[stratum]) {
                int unit = unitOfRow[row];
                if (counts[unit] > most[unit]) {
                    most[unit] = counts[unit];
                    best[unit] = stratum;
                }
                counts[unit] = 0;
            }
        }
        return best;
    }

    /** Draws one sample, which leaves a unit out at least. */
    Split sample(SplittableRandom random) {
        int[] times = draw(random);
        while (IntStream.of(times).noneMatch(number -> number == 0)) {
            times = draw(random);
        }
        return split(times);
    }

    private Split split(int[] times) {
        int[] test = IntStream.range(0, unitOfRow.length)
                .filter(row -> times[unitOfRow[row]] == 0)
                .toArray();
        int[] train = new int[IntStream.of(unitOfRow).map(unit -> times[unit]).sum()];
        int next = 0;
        for (int row = 0; row < unitOfRow.length; row++) {
            int end = next + times[unitOfRow[row]];
            Arrays.fill(train, next, end, row);
            next = end;
        }
        return Split.ofChecked(0, unitOfRow.length, test).withTrain(new Rows.Listed(train));
    }

    private int[] draw(SplittableRandom random) {
        int[] times =
                new int[Arrays.stream(strata).mapToInt(units -> units.length).sum()];
        for (int[] units : strata) {
            for (int i = 0; i < units.length; i++) {
                times[units[random.nextInt(units.length)]]++;
            }
        }
        return times;
    }

    /** Tells of strata of one unit, which no sample leaves out. */
    List<String> remarks() {
        return names == null
                ? List.of()
                : IntStream.range(0, strata.length)
                        .filter(stratum -> strata[stratum].length == 1)
                        .mapToObj(stratum -> names.get(stratum) + " has 1 " + what
                                + ", which is in every stratified sample: none tests it")
                        .toList();
    }
}
