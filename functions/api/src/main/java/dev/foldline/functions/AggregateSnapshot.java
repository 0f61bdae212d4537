package dev.foldline.functions;

/** Marks the record that an aggregate's state is kept as, so that the build can register it for native executables. */
public interface AggregateSnapshot {}
