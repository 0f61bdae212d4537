package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.edge.CommandEdge;
import dev.foldline.functions.runtime.edge.Headers;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Takes commands from {@code <context>.command.<name>} and answers to where they say.
 *
 * <p>A command with an id is acknowledged after its reply was handed to the broker: whatever dies in between, it is
 * delivered again, and answered as the first time. A command without an id cannot be told from its copy, so it is
 * acknowledged before it is executed: at most once.
 */
@Singleton
final class AmqpCommands {

    private final FunctionCatalog catalog;
    private final BrokerConnection broker;
    private final AmqpReplies replies;
    private final CommandEdge edge;
    private final Tracing tracing;

    AmqpCommands(
            FunctionCatalog catalog, BrokerConnection broker, AmqpReplies replies, CommandEdge edge, Tracing tracing) {
        this.catalog = catalog;
        this.broker = broker;
        this.replies = replies;
        this.edge = edge;
        this.tracing = tracing;
    }

    void start(@Observes StartupEvent event) {
        for (FunctionCatalog.Entry entry : catalog.commands()) {
            String address = Addresses.command(entry.context(), entry.name());
            Hop hop = Hop.process(address);
            broker.attach(
                    new AmqpInbox(address, Addresses.QUEUE, message -> take(entry, hop, new AmqpRequest(message))));
        }
    }

    private Future<Outcome> take(FunctionCatalog.Entry entry, Hop hop, AmqpRequest request) {
        Duration patience = request.patience(edge.timeout());
        if (!patience.isPositive()) {
            return Future.succeededFuture(Outcome.ACCEPT);
        }
        Headers headers = request.headers();
        boolean hasId = headers.get(Reply.IDEMPOTENCY_KEY) != null;
        Future<Outcome> settled = AmqpReplies.onThisContext(tracing.within(
                        hop,
                        request.traceContext(),
                        ignored -> edge.send(entry.context(), entry.name(), request.body(), headers, patience)))
                .compose(reply -> settle(request, reply));
        return hasId ? settled : Future.succeededFuture(Outcome.ACCEPT);
    }

    private Future<Outcome> settle(AmqpRequest request, Reply reply) {
        return request.wantsReply()
                ? replies.send(request, reply).map(Outcome.ACCEPT)
                : Future.succeededFuture(outcomeWithoutReply(reply.status()));
    }

    /** Nobody is told, so the queue has to see to it that the command is executed, or is found among the dead letters. */
    private static Outcome outcomeWithoutReply(int status) {
        return switch (status) {
            case 200, 422 -> Outcome.ACCEPT;
            case 409, 503, 504 -> Outcome.RETRY;
            default -> Outcome.REJECT;
        };
    }
}
