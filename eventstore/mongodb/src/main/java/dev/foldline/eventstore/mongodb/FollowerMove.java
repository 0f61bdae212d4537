package dev.foldline.eventstore.mongodb;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.foldline.eventstore.CheckpointStore.Checkpoint;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bson.BsonBinary;
import org.bson.BsonDocument;

/**
 * Takes the policies, and others that keep their checkpoints beside a log, along to a copy of it with other positions. That is
 * possible when they have done everything: what was done up to the old heads was done up to the new ones, and nothing of it
 * will come again, so deadlines need not remember what they were caused by.
 */
final class FollowerMove {

    private final LogPlace from;
    private final LogPlace to;
    private final String context;

    FollowerMove(LogPlace from, LogPlace to, String context) {
        this.from = from;
        this.to = to;
        this.context = context;
    }

    /** The handlers that have a checkpoint of the log, by name. */
    Set<String> handlers(LogDescriptor log) {
        return StoreCalls.call("list the checkpoints in", context, () -> found(log));
    }

    private Set<String> found(LogDescriptor log) {
        Pattern checkpoint = Pattern.compile("(.+):" + Pattern.quote(log.aggregateType()) + "/\\d+(@\\d+)?");
        Set<String> handlers = new TreeSet<>();
        for (BsonDocument stored : from.collection(context, MongoCheckpointStore.COLLECTION)
                .find(Filters.eq("log", new BsonBinary(log.id())))) {
            var matcher = checkpoint.matcher(stored.getString("_id").getValue());
            if (matcher.matches()) {
                handlers.add(matcher.group(1));
            }
        }
        return handlers;
    }

    /** @throws RepartitionException a handler has not come to the heads, or is ahead of them */
    void requireDone(Set<String> handlers, LogDescriptor log, List<Long> heads) {
        for (String handler : handlers) {
            for (int number = 0; number < heads.size(); number++) {
                requireDone(handler, log, log.partition(number), heads.get(number));
            }
        }
    }

    private void requireDone(String handler, LogDescriptor log, Partition partition, long head) {
        Optional<Checkpoint> reached = from.checkpoints().find(context, handler, partition);
        long position = reached.map(Checkpoint::position).orElse(0L);
        if (position != head || !reached.map(Checkpoint::log).orElse(log.id()).equals(log.id())) {
            throw new RepartitionException("'" + handler + "' is at position " + position + " of " + partition
                    + ", whose head is " + head
                    + ". Let it do the rest while no command is sent; then stop it and start again. Or leave it behind with"
                    + " --leave " + handler + ", if it may begin anew");
        }
    }

    /** Puts the handlers at the heads of the copy, with their deadlines. It may be done again. */
    void move(Set<String> handlers, EventLog copy) {
        List<Long> heads = copy.heads();
        for (String handler : handlers) {
            to.checkpoints().begin(context, handler, copy.descriptor());
            for (int number = 0; number < heads.size(); number++) {
                move(handler, copy.descriptor(), copy.descriptor().partition(number), heads.get(number));
            }
            StoreCalls.call("copy the deadlines in", context, () -> moveDeadlines(handler));
        }
    }

    private void move(String handler, LogDescriptor log, Partition partition, long head) {
        var reached = new Checkpoint(log.id(), head);
        Checkpoint now = to.checkpoints().advance(context, handler, partition, reached);
        if (!now.equals(reached)) {
            throw new RepartitionException("where the new log is, '" + handler + "' has a checkpoint of " + partition
                    + " already: at position " + now.position() + " of log " + now.log() + ". Delete what begins with '"
                    + handler + ":" + log.aggregateType() + "/' from " + MongoCheckpointStore.COLLECTION
                    + " there, and start again");
        }
    }

    /** A policy follows one log, so all that its deadlines remember are places that there are no longer. */
    private long moveDeadlines(String handler) {
        long moved = 0;
        var deadlines = from.collection(context, MongoDeadlineStore.COLLECTION);
        var copies = to.collection(context, MongoDeadlineStore.COLLECTION);
        for (BsonDocument deadline : deadlines.find(
                Filters.and(Filters.eq(DeadlineDocument.POLICY, handler), Filters.exists(DeadlineDocument.NEXT)))) {
            BsonDocument copy = deadline.clone().append(DeadlineDocument.SEEN, new BsonDocument());
            copies.replaceOne(Filters.eq("_id", copy.get("_id")), copy, new ReplaceOptions().upsert(true));
            moved++;
        }
        return moved;
    }
}
