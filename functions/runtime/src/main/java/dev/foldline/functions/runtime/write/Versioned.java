package dev.foldline.functions.runtime.write;

/**
 * An aggregate's state after a number of events.
 *
 * @param version how many
 * @param state the state
 */
record Versioned<S>(long version, S state) {}
