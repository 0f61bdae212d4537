package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.DerivedIds;
import dev.foldline.eventstore.Partition;
import dev.foldline.functions.Metadata;
import dev.foldline.functions.RecordedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An event at its place, as a policy reacts to it.
 *
 * @param log the log's identity
 * @param ids how ids of what comes of the log's events are made
 * @param index which event of its commit, from 0
 */
record Occurrence<E>(UUID log, DerivedIds ids, Partition partition, Commit commit, int index, RecordedEvent<E> event) {

    /** Of what travels with a message, and not of what a commit is noted with besides, such as where it was published from. */
    private static final Set<String> CARRIED_ON =
            Set.of(Metadata.CORRELATION, Metadata.ACTOR, Metadata.TRACE_PARENT, Metadata.TRACE_STATE);

    /** What travels with the commands that come of it. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>(commit.metadata());
        metadata.keySet().retainAll(CARRIED_ON);
        metadata.putIfAbsent(Metadata.CORRELATION, commit.commandId().toString());
        metadata.put(Metadata.CAUSATION, place());
        return metadata;
    }

    /** The event's commit, e.g. {@code wallet/7@4211}. */
    String place() {
        return partition + "@" + commit.position();
    }

    /** Names the event without what it says. */
    @Override
    public String toString() {
        return "the event of " + event.aggregate() + " at version " + event.version() + " (" + place() + ", command "
                + commit.commandId() + ")";
    }
}
