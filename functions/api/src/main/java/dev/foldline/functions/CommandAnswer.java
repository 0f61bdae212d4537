package dev.foldline.functions;

import dev.foldline.eventstore.Aggregate;
import dev.foldline.eventstore.Token;

/** What became of a command. Faults are no answers: see {@link FaultException}. */
public sealed interface CommandAnswer {

    /**
     * The command was accepted, and what it did is in the log.
     *
     * @param aggregate what it was done to
     * @param version the aggregate's version after it
     * @param token hand it to a query to read at least this
     */
    record Accepted(Aggregate aggregate, long version, Token token) implements CommandAnswer {}

    /**
     * The command was refused for a business reason.
     *
     * @param code the reason's name, in kebab case
     * @param detail a sentence for people
     */
    record Rejected(String code, String detail) implements CommandAnswer {}

    /**
     * Others wrote first, again and again. Nothing was done; send the command again.
     *
     * @param attempts how often it was tried
     */
    record Contended(int attempts) implements CommandAnswer {}
}
