package dev.foldline.projections.test;

import dev.foldline.functions.Query;

/** Asks for the largest sum of all counters whose names begin alike. */
@Query(context = "test", name = "largest")
public record FindLargest(String prefix) {}
