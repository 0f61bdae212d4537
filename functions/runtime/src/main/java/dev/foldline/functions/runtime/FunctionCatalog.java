package dev.foldline.functions.runtime;

import java.util.List;

/**
 * The functions of this application, as the build found them.
 *
 * @param commands one entry per command
 * @param queries one entry per query
 * @param remoteCommands commands of the contracts at hand that other processes handle
 * @param remoteQueries queries of the contracts at hand that other processes handle
 */
public record FunctionCatalog(
        List<Entry> commands, List<Entry> queries, List<RemoteEntry> remoteCommands, List<RemoteEntry> remoteQueries) {

    /**
     * A message that another process handles.
     *
     * @param context the bounded context
     * @param name the message's name within the context
     * @param aggregateField the field that names the aggregate; empty for a query
     * @param message the message's record
     */
    public record RemoteEntry(String context, String name, String aggregateField, Class<?> message) {

        /** The message's name in the whole platform, e.g. {@code wallet/place-bet}. */
        public String key() {
            return context + "/" + name;
        }
    }

    /**
     * One function.
     *
     * @param context the bounded context
     * @param name the message's name within the context
     * @param message the message's record
     * @param function the handler's class
     */
    public record Entry(String context, String name, Class<?> message, Class<?> function) {

        /** The message's name in the whole platform, e.g. {@code wallet/place-bet}. */
        public String key() {
            return context + "/" + name;
        }
    }

    public FunctionCatalog {
        commands = List.copyOf(commands);
        queries = List.copyOf(queries);
        remoteCommands = List.copyOf(remoteCommands);
        remoteQueries = List.copyOf(remoteQueries);
    }
}
