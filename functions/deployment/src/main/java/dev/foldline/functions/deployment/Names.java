package dev.foldline.functions.deployment;

import dev.foldline.functions.AggregateSnapshot;
import dev.foldline.functions.Command;
import dev.foldline.functions.CommandFunction;
import dev.foldline.functions.DomainEvent;
import dev.foldline.functions.Policy;
import dev.foldline.functions.Projection;
import dev.foldline.functions.PublishedStream;
import dev.foldline.functions.Publisher;
import dev.foldline.functions.Query;
import dev.foldline.functions.QueryFunction;
import dev.foldline.functions.Responder;
import dev.foldline.functions.runtime.PlatformFunction;
import org.jboss.jandex.DotName;

/** Names of what the build looks for. */
final class Names {

    static final DotName COMMAND = DotName.createSimple(Command.class);
    static final DotName QUERY = DotName.createSimple(Query.class);
    static final DotName COMMAND_FUNCTION = DotName.createSimple(CommandFunction.class);
    static final DotName QUERY_FUNCTION = DotName.createSimple(QueryFunction.class);
    static final DotName RESPONDER = DotName.createSimple(Responder.class);
    static final DotName PROJECTION = DotName.createSimple(Projection.class);
    static final DotName POLICY = DotName.createSimple(Policy.class);
    static final DotName PUBLISHER = DotName.createSimple(Publisher.class);
    static final DotName PUBLISHED_STREAM = DotName.createSimple(PublishedStream.class);
    static final DotName DOMAIN_EVENT = DotName.createSimple(DomainEvent.class);
    static final DotName AGGREGATE_SNAPSHOT = DotName.createSimple(AggregateSnapshot.class);
    static final DotName PLATFORM_FUNCTION = DotName.createSimple(PlatformFunction.class);

    private Names() {}
}
