package dev.foldline.functions.runtime.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitReader;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.Partitioner;
import dev.foldline.functions.runtime.event.CommitMessages;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to read of a feed: what its log is and where it ends, or commits of one partition.
 *
 * @param heads true for what the log is, which is also what is answered when no partition is named
 * @param partition which partition, from 0
 * @param after the position of the last commit that the reader has; 0, as when absent, to read from the start
 * @param limit the most commits to answer, 1 to {@value #MOST_COMMITS}; all of these when absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FeedRequest(
        Optional<Boolean> heads, Optional<Integer> partition, Optional<Long> after, Optional<Integer> limit) {

    static final int MOST_COMMITS = 500;

    /** An answer that has come to be so large, in bytes, ends, whatever the limit. */
    private static final int ENOUGH_BYTES = 1024 * 1024;

    /** Read at once, so that large commits do not fill the memory. */
    private static final int CHUNK = 100;

    Reply answer(CommitReader log) {
        return partition.isPresent() && !heads.orElse(false) ? page(log, partition.get()) : heads(log);
    }

    private static Reply heads(CommitReader log) {
        LogDescriptor descriptor = log.descriptor();
        ObjectNode node = Json.STRICT
                .createObjectNode()
                .put("log", descriptor.id().toString())
                .put("aggregateType", descriptor.aggregateType())
                .put("partitions", descriptor.partitions())
                .put("hash", Partitioner.HASH)
                .put("format", descriptor.format());
        ArrayNode heads = node.putArray("heads");
        log.heads().forEach(heads::add);
        return new Reply(200, Reply.JSON, Map.of(), Json.write(node));
    }

    private Reply page(CommitReader log, int number) {
        LogDescriptor descriptor = log.descriptor();
        require("partition", number >= 0 && number < descriptor.partitions(), 0, descriptor.partitions() - 1);
        int most = limit.orElse(MOST_COMMITS);
        require("limit", most >= 1 && most <= MOST_COMMITS, 1, MOST_COMMITS);
        long start = after.orElse(0L);
        require("after", start >= 0, 0, Long.MAX_VALUE);
        ObjectNode node =
                Json.STRICT.createObjectNode().put("log", descriptor.id().toString());
        add(log, descriptor.partition(number), start, most, node.putArray("commits"));
        return new Reply(200, Reply.JSON, Map.of(), Json.write(node));
    }

    private static void add(CommitReader log, Partition partition, long after, int most, ArrayNode commits) {
        long bytes = 0;
        List<Commit> read;
        do {
            int chunk = Math.min(CHUNK, most - commits.size());
            read = log.read(partition.number(), after + commits.size(), chunk);
            for (Commit commit : read) {
                if (bytes >= ENOUGH_BYTES) {
                    return;
                }
                ObjectNode node = CommitMessages.node(partition, commit);
                commits.add(node);
                bytes += node.toString().length();
            }
        } while (read.size() == CHUNK && commits.size() < most && bytes < ENOUGH_BYTES);
    }

    private static void require(String name, boolean allowed, long least, long most) {
        if (!allowed) {
            throw FeedEdge.invalid(name, "it is from " + least + " to " + most);
        }
    }
}
