package dev.foldline.functions;

/**
 * The handler of one command: what a command function deploys. There is exactly one per command in the whole platform. A
 * public class with a public constructor; found at build time.
 *
 * @param <C> the command: a record with {@link Command}
 */
public interface CommandFunction<C> {

    /** The type of the aggregate that the command is about. */
    AggregateType<? super C, ?, ?> aggregateType();

    /** The id of the aggregate that the command is about. */
    String aggregateId(C command);
}
