package dev.foldline.bench;

/**
 * What became of commands that were sent at one rate.
 *
 * @param way the way they went
 * @param perSecond the rate at which they were due
 * @param sent how many were sent while it was counted
 * @param accepted how many of these were accepted
 * @param acceptedPerSecond accepted commands per second, until the last answer
 * @param overloaded whether it was given up since too many were without an answer
 * @param latencyMillis how long accepted ones took from when they were due
 */
record Measurement(
        String way,
        int perSecond,
        int sent,
        int accepted,
        double acceptedPerSecond,
        boolean overloaded,
        Latency latencyMillis) {}
