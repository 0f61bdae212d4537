package dev.foldline.bench;

import org.HdrHistogram.Histogram;

/**
 * How long answers took, in milliseconds; all 0 when there was none.
 *
 * @param p50 half of them at most
 * @param p99 99 % of them at most
 * @param p999 99.9 % of them at most
 * @param max the longest
 */
record Latency(double p50, double p99, double p999, double max) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Latency of(Histogram nanos) {
        return new Latency(
                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(99.9) / NANOS_PER_MILLI,
                nanos.getMaxValue() / NANOS_PER_MILLI);
    }
}
