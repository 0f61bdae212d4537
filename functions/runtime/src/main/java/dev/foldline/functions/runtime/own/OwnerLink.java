package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.Partition;
import dev.foldline.functions.runtime.edge.Reply;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Carries requests to the owners of partitions in other processes. Thread-safe; never blocks. */
@FunctionalInterface
public interface OwnerLink {

    /**
     * Sends a request to whoever owns the partition: the same process while it lives.
     *
     * @param body the request as {@link AppendMessages} write it
     * @return the owner's reply, 200 with its answer; completes exceptionally with a {@link
     *     dev.foldline.functions.FaultException}
     */
    CompletionStage<Reply> ask(String context, Partition partition, byte[] body, Duration patience);
}
