package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.FunctionCatalog.GatherEntry;
import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.edge.QueryEdge;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes queries that several answer in part from {@code <context>.query.<name>.all}, and answers for the responders that are
 * in this process: the instances of one share its queue. Whoever asks some of them only says whom.
 */
@Singleton
final class AmqpGathers {

    private final FunctionCatalog catalog;
    private final BrokerConnection broker;
    private final AmqpReplies replies;
    private final QueryEdge edge;
    private final Tracing tracing;

    AmqpGathers(
            FunctionCatalog catalog, BrokerConnection broker, AmqpReplies replies, QueryEdge edge, Tracing tracing) {
        this.catalog = catalog;
        this.broker = broker;
        this.replies = replies;
        this.edge = edge;
        this.tracing = tracing;
    }

    void start(@Observes StartupEvent event) {
        for (GatherEntry entry : catalog.gathers()) {
            for (String responder : entry.functions().keySet()) {
                String queue = Addresses.gatherQueue(entry.context(), entry.name(), responder);
                Hop hop = Hop.process(queue);
                broker.attach(new AmqpInbox(
                        queue, Addresses.TOPIC, message -> take(entry, responder, hop, new AmqpRequest(message))));
            }
        }
    }

    private Future<Outcome> take(GatherEntry entry, String responder, Hop hop, AmqpRequest request) {
        if (!isAsked(responder, request)) {
            return Future.succeededFuture(Outcome.ACCEPT);
        }
        return replies.answer(request, edge.timeout(), patience -> tracing.within(
                        hop,
                        request.traceContext(),
                        ignored -> edge.askResponder(
                                entry.context(), entry.name(), responder, request.body(), request.headers(), patience))
                .thenApply(reply -> reply.with(Reply.RESPONDER, responder)));
    }

    private static boolean isAsked(String responder, AmqpRequest request) {
        String asked = request.headers().get(Reply.RESPONDERS);
        return asked == null || List.of(asked.split(",", -1)).contains(responder);
    }
}
