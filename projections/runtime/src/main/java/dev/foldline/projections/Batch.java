package dev.foldline.projections;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.PlacedCommit;
import dev.foldline.functions.RecordedEvent;
import dev.foldline.functions.runtime.follow.RecordedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Commits that are applied together, dense in each partition, and their events.
 *
 * @param moves how far each of their partitions comes, in the partitions' order
 * @param events their events, in the order in which they are folded
 */
record Batch<E>(List<Move> moves, List<RecordedEvent<E>> events) {

    /**
     * The way of one partition's checkpoint.
     *
     * @param after the position before its first commit
     * @param last the position of its last
     */
    record Move(Partition partition, long after, long last) {

        private static Move by(Partition partition, Commit commit) {
            return new Move(partition, commit.position() - 1, commit.position());
        }

        private Move and(Move next) {
            return new Move(partition, after, next.last);
        }

        /** E.g. {@code wallet/7@4209..4211}. */
        @Override
        public String toString() {
            return partition + "@" + (after + 1) + ".." + last;
        }
    }

    /**
     * Decodes commits.
     *
     * @param commits at least one, in the order in which they are applied
     * @throws dev.foldline.eventstore.UnreadableEventException an event cannot be read
     */
    static <E> Batch<E> of(List<PlacedCommit> commits, RecordedEvents<E> decoder) {
        SortedMap<Partition, Move> moves = new TreeMap<>();
        List<RecordedEvent<E>> events = new ArrayList<>();
        for (PlacedCommit placed : commits) {
            moves.merge(placed.partition(), Move.by(placed.partition(), placed.commit()), Move::and);
            events.addAll(decoder.of(placed.partition(), placed.commit()));
        }
        return new Batch<>(List.copyOf(moves.values()), events);
    }
}
