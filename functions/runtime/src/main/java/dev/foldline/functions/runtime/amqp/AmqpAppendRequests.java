package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.amqp.AmqpInbox.Outcome;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.own.AppendMessages;
import dev.foldline.functions.runtime.own.AppendRequests;
import dev.foldline.functions.runtime.own.PartitionOwner;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Takes requests to append from {@code <context>.log.<aggregate>}. Acknowledged whatever comes of it: whoever gets no answer
 * appends to the log.
 */
@Singleton
final class AmqpAppendRequests implements AppendRequests {

    private static final Logger LOG = Logger.getLogger(AmqpAppendRequests.class);
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(30);

    /** Messages are read and written beside the connection's event loop, which all of them go through. */
    private static final Executor BESIDE = Thread::startVirtualThread;

    private final BrokerConnection broker;
    private final AmqpReplies replies;

    AmqpAppendRequests(BrokerConnection broker, AmqpReplies replies) {
        this.broker = broker;
        this.replies = replies;
    }

    @Override
    public void answer(String context, String aggregateType, PartitionOwner owner) {
        broker.attach(new AmqpInbox(
                Addresses.log(context, aggregateType),
                Addresses.QUEUE,
                message -> take(owner, new AmqpRequest(message))));
    }

    private Future<Outcome> take(PartitionOwner owner, AmqpRequest request) {
        return replies.answer(request, MOST_PATIENCE, patience -> append(owner, request.body(), patience));
    }

    private static CompletionStage<Reply> append(PartitionOwner owner, byte[] body, Duration patience) {
        return CompletableFuture.supplyAsync(() -> AppendMessages.request(body), BESIDE)
                .thenCompose(request -> owner.append(request, patience))
                .thenApplyAsync(appended -> reply(200, AppendMessages.write(appended)), BESIDE)
                .exceptionally(fault -> {
                    LOG.debugf(fault, "A request to append is not answered");
                    return reply(503, new byte[0]);
                });
    }

    private static Reply reply(int status, byte[] body) {
        return new Reply(status, AppendMessages.CONTENT_TYPE, Map.of(), body);
    }
}
