package dev.foldline.projections.test;

import dev.foldline.functions.Query;

/** Asks how much was counted. */
@Query(context = "test", name = "tally")
public record FindTally(String id) {}
