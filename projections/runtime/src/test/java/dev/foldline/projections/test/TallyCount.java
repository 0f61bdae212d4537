package dev.foldline.projections.test;

/** How much was counted, and by how many events. */
public record TallyCount(long events, long sum) {}
