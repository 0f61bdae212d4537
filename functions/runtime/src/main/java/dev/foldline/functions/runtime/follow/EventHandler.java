package dev.foldline.functions.runtime.follow;

import dev.foldline.functions.EventSource;
import dev.foldline.functions.Ordering;

/**
 * A logical handler of events, all instances of which are one.
 *
 * @param kind what it is, in kebab case, e.g. {@code projection}: its meters are {@code foldline.<kind>.…}
 * @param name its name, for people and as the tag of its meters
 * @param queue its name among those who follow the source: names its durable queue
 * @param source what it follows
 * @param ordering which order it needs
 */
public record EventHandler(String kind, String name, String queue, EventSource<?> source, Ordering ordering) {}
