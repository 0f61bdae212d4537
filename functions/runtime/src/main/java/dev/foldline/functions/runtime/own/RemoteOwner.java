package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.functions.UnavailableException;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.write.Appended;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The owners of a log's partitions in other processes. Thread-safe. */
public final class RemoteOwner implements PartitionOwner {

    private final String context;
    private final LogDescriptor log;
    private final OwnerLink link;

    public RemoteOwner(String context, LogDescriptor log, OwnerLink link) {
        this.context = context;
        this.log = log;
        this.link = link;
    }

    @Override
    public CompletionStage<Appended> append(AppendRequest request, Duration patience) {
        return link.ask(context, log.partition(request.partition()), AppendMessages.write(request), patience)
                .thenApply(reply -> appended(reply, request));
    }

    private static Appended appended(Reply reply, AppendRequest request) {
        if (reply.status() != 200) {
            throw new UnavailableException("the owner of the partition cannot append now", null);
        }
        return AppendMessages.answer(reply.body(), request.tail());
    }
}
