package dev.foldline.functions.runtime;

import dev.foldline.functions.Command;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

        private RemoteEntry elsewhere() {
            Command command = message.getAnnotation(Command.class);
            return new RemoteEntry(context, name, command == null ? "" : command.aggregate(), message);
        }
    }

    /** The contexts whose messages this application knows, in the order of their names. */
    public Set<String> contexts() {
        var contexts = new TreeSet<String>();
        Stream.concat(commands.stream(), queries.stream()).forEach(entry -> contexts.add(entry.context()));
        Stream.concat(remoteCommands.stream(), remoteQueries.stream()).forEach(entry -> contexts.add(entry.context()));
        return contexts;
    }

    public FunctionCatalog {
        commands = List.copyOf(commands);
        queries = List.copyOf(queries);
        remoteCommands = List.copyOf(remoteCommands);
        remoteQueries = List.copyOf(remoteQueries);
    }

    /** The same with these functions in other processes. */
    FunctionCatalog without(Predicate<Entry> elsewhere) {
        return new FunctionCatalog(
                commands.stream().filter(elsewhere.negate()).toList(),
                queries.stream().filter(elsewhere.negate()).toList(),
                with(remoteCommands, commands.stream().filter(elsewhere)),
                with(remoteQueries, queries.stream().filter(elsewhere)));
    }

    private static List<RemoteEntry> with(List<RemoteEntry> remote, Stream<Entry> more) {
        return Stream.concat(remote.stream(), more.map(Entry::elsewhere)).toList();
    }
}
