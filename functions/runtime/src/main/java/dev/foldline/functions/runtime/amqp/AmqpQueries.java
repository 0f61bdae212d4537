package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.edge.QueryEdge;
import dev.foldline.functions.runtime.trace.Hop;
import dev.foldline.functions.runtime.trace.Tracing;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes queries from {@code <context>.query.<name>} and answers to where they say: the parameters are the fields of a JSON
 * object. A query is acknowledged whatever comes of it; whoever gets no answer asks again.
 */
@Singleton
final class AmqpQueries {

    private final FunctionCatalog catalog;
    private final BrokerConnection broker;
    private final AmqpReplies replies;
    private final QueryEdge edge;
    private final AmqpSubscriptions subscriptions;
    private final Tracing tracing;

    AmqpQueries(
            FunctionCatalog catalog,
            BrokerConnection broker,
            AmqpReplies replies,
            QueryEdge edge,
            AmqpSubscriptions subscriptions,
            Tracing tracing) {
        this.catalog = catalog;
        this.broker = broker;
        this.replies = replies;
        this.edge = edge;
        this.subscriptions = subscriptions;
        this.tracing = tracing;
    }

    void start(@Observes StartupEvent event) {
        for (FunctionCatalog.Entry entry : catalog.queries()) {
            String address = Addresses.query(entry.context(), entry.name());
            Hop hop = Hop.process(address);
            broker.attach(
                    new AmqpInbox(address, Addresses.QUEUE, message -> take(entry, hop, new AmqpRequest(message))));
        }
    }

    private Future<Outcome> take(FunctionCatalog.Entry entry, Hop hop, AmqpRequest request) {
        if (AmqpSubscriptions.isSubscription(request)) {
            return subscriptions.take(entry, request);
        }
        return replies.answer(
                request,
                edge.timeout(),
                patience -> tracing.within(
                        hop,
                        request.traceContext(),
                        ignored ->
                                edge.ask(entry.context(), entry.name(), request.body(), request.headers(), patience)));
    }
}
