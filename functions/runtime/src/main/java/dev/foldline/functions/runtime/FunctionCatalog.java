package dev.foldline.functions.runtime;

import java.util.List;
import java.util.Map;

/**
 * The functions of this application, as the build found them.
 *
 * @param commands one entry per command
 * @param queries one entry per query
 * @param remoteCommands commands of the contracts at hand that other processes handle
 * @param remoteQueries queries of the contracts at hand that other processes handle
 * @param gathers queries that several answer in part, here or in other processes
 */
public record FunctionCatalog(
        List<Entry> commands,
        List<Entry> queries,
        List<RemoteEntry> remoteCommands,
        List<RemoteEntry> remoteQueries,
        List<GatherEntry> gathers) {

    /** Without gathers. */
    public FunctionCatalog(
            List<Entry> commands,
            List<Entry> queries,
            List<RemoteEntry> remoteCommands,
            List<RemoteEntry> remoteQueries) {
        this(commands, queries, remoteCommands, remoteQueries, List.of());
    }

    /**
     * A query that several answer in part.
     *
     * @param context the bounded context
     * @param name the query's name within the context
     * @param message the query's record
     * @param responders the names of all who answer
     * @param functions the handlers' classes of those who answer in this process, by responder
     */
    public record GatherEntry(
            String context, String name, Class<?> message, List<String> responders, Map<String, Class<?>> functions) {

        public GatherEntry {
            responders = List.copyOf(responders);
            functions = Map.copyOf(functions);
        }

        /** The query's name in the whole platform, e.g. {@code wallet/player-overview}. */
        public String key() {
            return context + "/" + name;
        }

        /** Those who answer in other processes. */
        public List<String> elsewhere() {
            return responders.stream()
                    .filter(responder -> !functions.containsKey(responder))
                    .toList();
        }
    }

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
        gathers = List.copyOf(gathers);
    }
}
