package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks for commits in one segment. Thread-safe. */
final class SegmentReader {

    private final SegmentFile file;

    SegmentReader(SegmentFile file) {
        this.file = file;
    }

    /** Commits from a position on, which the segment has: as many as its block has. */
    List<Commit> from(long position) {
        List<Commit> commits = file.commits(file.directory().blockOf(position));
        return commits.subList((int) (position - commits.getFirst().position()), commits.size());
    }

    /** The commits of an aggregate, in commit order. */
    List<Commit> ofAggregate(String aggregateId) {
        SegmentDirectory directory = file.directory();
        byte[] key = Keys.of(aggregateId);
        return mayHave(directory.aggregateFilter(), key) ? at(positions(directory.aggregates(), key)) : List.of();
    }

    Optional<Commit> ofCommand(UUID commandId) {
        if (!file.segment().commands().mayHave(commandId)) {
            return Optional.empty();
        }
        SegmentDirectory directory = file.directory();
        byte[] key = Keys.of(commandId);
        return mayHave(directory.commandFilter(), key)
                ? at(positions(directory.commands(), key)).stream().findFirst()
                : Optional.empty();
    }

    private boolean mayHave(Block.Reference filter, byte[] key) {
        return new BloomFilter(file.block(filter)).mayContain(key);
    }

    private long[] positions(List<SegmentDirectory.Page> pages, byte[] key) {
        return SegmentDirectory.pageOf(pages, key)
                .map(page -> KeyIndex.find(file.block(page.block()), key))
                .orElseGet(() -> new long[0]);
    }

    private List<Commit> at(long[] positions) {
        var found = new ArrayList<Commit>(positions.length);
        List<Commit> commits = List.of();
        for (long position : positions) {
            if (commits.isEmpty() || commits.getLast().position() < position) {
                commits = from(position);
            }
            found.add(commits.get((int) (position - commits.getFirst().position())));
        }
        return found;
    }
}
