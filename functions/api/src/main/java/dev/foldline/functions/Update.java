package dev.foldline.functions;

import dev.foldline.eventstore.Token;
import java.util.Optional;

/**
 * One answer of a subscription.
 *
 * @param answer what is so now; empty when there is nothing of that name
 * @param token how far the answer is at least: a subscription that begins with it misses nothing that came after
 * @param <R> the answer
 */
public record Update<R>(Optional<R> answer, Token token) {}
