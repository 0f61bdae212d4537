package dev.foldline.functions.deployment;

import io.quarkus.builder.item.SimpleBuildItem;
import java.util.List;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** The functions, projections and policies of the application. */
final class FoundFunctions extends SimpleBuildItem {

    /**
     * A handler of a message.
     *
     * @param context the message's context
     * @param name the message's name
     * @param message the message's record
     * @param handler the handler's class
     * @param types the handler's type arguments
     * @param responder under which name it answers a query that several answer; empty for whom answers alone
     */
    record Handler(String context, String name, DotName message, DotName handler, List<Type> types, String responder) {

        String key() {
            return responder.isEmpty() ? context + "/" + name : context + "/" + name + "/" + responder;
        }
    }

    private final List<Handler> commands;
    private final List<Handler> queries;
    private final List<DotName> projections;
    private final List<DotName> policies;

    FoundFunctions(List<Handler> commands, List<Handler> queries, List<DotName> projections, List<DotName> policies) {
        this.commands = List.copyOf(commands);
        this.queries = List.copyOf(queries);
        this.projections = List.copyOf(projections);
        this.policies = List.copyOf(policies);
    }

    List<Handler> commands() {
        return commands;
    }

    List<Handler> queries() {
        return queries;
    }

    /** Handlers of queries that nobody else answers. */
    List<Handler> soleQueries() {
        return queries.stream().filter(query -> query.responder().isEmpty()).toList();
    }

    List<DotName> projections() {
        return projections;
    }

    List<DotName> policies() {
        return policies;
    }

    boolean isEmpty() {
        return commands.isEmpty() && queries.isEmpty() && projections.isEmpty() && policies.isEmpty();
    }
}
