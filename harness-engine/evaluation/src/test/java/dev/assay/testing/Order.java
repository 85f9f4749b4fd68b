package dev.assay.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random orders, made without Assay's own shuffling. */
final class Order {

    private Order() {}

    static int[] random(int size, SplittableRandom random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(random.nextLong()));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
