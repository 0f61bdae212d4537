package dev.foldline.bench;

import java.util.List;
import java.util.Locale;

/**
 * How measured values lie.
 *
 * @param median as many are above as below
 * @param min the least
 * @param max the greatest
 */
record Spread(double median, double min, double max) {

    /** @throws IllegalArgumentException there are none */
    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.0f (%,.0f–%,.0f)", median, min, max);
    }
}
