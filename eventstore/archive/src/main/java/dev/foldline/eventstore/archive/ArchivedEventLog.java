package dev.foldline.eventstore.archive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foldline.eventstore.AppendResult;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.CommitFilter;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.FilteredCommits;
import dev.foldline.eventstore.LogArchivedException;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.LogTruncatedException;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.seam.ArchivableLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A log whose old commits are in an archive: asks the store first, the seal second and the archive last, so that what moves
 * meanwhile is found in one of the two. While nothing is archived it costs nothing but a look at the seal now and then.
 */
final class ArchivedEventLog implements EventLog {

    private record ArchivedVersion(long through, long version) {}

    private static final int VERSIONS_KNOWN = 10_000;

    private final ArchivableLog log;
    private final List<PartitionArchive> archives;
    private final Cache<String, ArchivedVersion> versions =
            Caffeine.newBuilder().maximumSize(VERSIONS_KNOWN).build();

    /** @param archives of the partitions, in their order */
    ArchivedEventLog(ArchivableLog log, List<PartitionArchive> archives) {
        this.log = log;
        this.archives = List.copyOf(archives);
    }

    @Override
    public LogDescriptor descriptor() {
        return log.descriptor();
    }

    /** What the store keeps unique, the archive's part of it is looked at before: a command, an aggregate's version. */
    @Override
    public AppendResult append(int partition, long tail, List<NewCommit> commits) {
        long through = log.seal(partition);
        while (true) {
            try {
                return appendUnrepeated(partition, tail, commits, through);
            } catch (LogArchivedException e) {
                // More has left the store since.
                through = e.through();
            }
        }
    }

    private AppendResult appendUnrepeated(int partition, long tail, List<NewCommit> commits, long through) {
        int repeated = tail < through ? repeated(partition, tail, commits) : 0;
        if (repeated == 0) {
            return append(partition, tail, commits, through);
        }
        return repeated == commits.size()
                ? new AppendResult.Complete(repeated)
                : after(
                        repeated,
                        append(partition, tail + repeated, commits.subList(repeated, commits.size()), through));
    }

    /** How many of these are in the log at their own places: an insert may arrive twice. */
    private int repeated(int partition, long tail, List<NewCommit> commits) {
        List<Commit> stored = read(partition, tail, commits.size());
        int same = 0;
        while (same < stored.size() && stored.get(same).equals(commits.get(same).at(tail + same + 1))) {
            same++;
        }
        return same;
    }

    private static AppendResult after(int stored, AppendResult result) {
        return switch (result) {
            case AppendResult.Complete(int appended) -> new AppendResult.Complete(stored + appended);
            case AppendResult.TailMoved(int appended) -> new AppendResult.TailMoved(stored + appended);
            case AppendResult.AlreadyCommitted(int appended, Commit recorded) ->
                new AppendResult.AlreadyCommitted(stored + appended, recorded);
        };
    }

    private AppendResult append(int partition, long tail, List<NewCommit> commits, long through) {
        for (int i = 0; through > 0 && i < commits.size(); i++) {
            Optional<Commit> recorded =
                    archives.get(partition).find(commits.get(i).commandId(), through);
            if (recorded.isPresent()) {
                return appendBefore(partition, tail, commits.subList(0, i), recorded.get(), through);
            }
            if (tail >= through) {
                requireNew(partition, through, commits.get(i));
            }
        }
        return log.appendUnarchived(partition, tail, commits, through);
    }

    private AppendResult appendBefore(int partition, long tail, List<NewCommit> prefix, Commit recorded, long through) {
        if (prefix.isEmpty()) {
            return new AppendResult.AlreadyCommitted(0, recorded);
        }
        AppendResult result = log.appendUnarchived(partition, tail, prefix, through);
        return result instanceof AppendResult.Complete(int appended)
                ? new AppendResult.AlreadyCommitted(appended, recorded)
                : result;
    }

    private void requireNew(int partition, long through, NewCommit commit) {
        long version = archivedVersion(partition, through, commit.aggregateId());
        if (commit.version() < version) {
            throw new IllegalArgumentException("version " + commit.version() + " of "
                    + descriptor().aggregateType() + "/" + commit.aggregateId()
                    + " was committed long ago and is in the archive, as are those before version " + version
                    + ": the caller's state is not that of its tail");
        }
    }

    private long archivedVersion(int partition, long through, String aggregateId) {
        @Nullable ArchivedVersion known = versions.getIfPresent(aggregateId);
        if (known == null || known.through() != through) {
            known = new ArchivedVersion(through, archives.get(partition).version(aggregateId, through));
            versions.put(aggregateId, known);
        }
        return known.version();
    }

    @Override
    public List<Commit> read(int partition, long after, int limit) {
        requirePage(after, limit);
        var page = new ArrayList<Commit>();
        long position = after;
        while (page.size() < limit) {
            long through = log.sealSeen(partition);
            if (position >= through) {
                try {
                    page.addAll(log.read(partition, position, limit - page.size()));
                    return page;
                } catch (LogArchivedException e) {
                    through = e.through();
                }
            }
            page.addAll(archives.get(partition).read(position, limit - page.size(), through));
            position = page.getLast().position();
        }
        return page;
    }

    @Override
    public FilteredCommits read(int partition, CommitFilter filter, long after, int limit) {
        requirePage(after, limit);
        long through = log.sealSeen(partition);
        if (after >= through) {
            try {
                return log.read(partition, filter, after, limit);
            } catch (LogArchivedException e) {
                through = e.through();
            }
        }
        return archives.get(partition).read(filter, after, limit, through);
    }

    private static void requirePage(long after, int limit) {
        if (after < 0 || limit < 1) {
            throw new IllegalArgumentException(
                    "a read starts after 0 or later, not " + after + ", and returns at least 1, not " + limit);
        }
    }

    @Override
    public List<Commit> load(String aggregateId, long afterVersion, long toVersion) {
        List<Commit> remaining = log.loadRemaining(aggregateId, afterVersion, toVersion);
        if (!remaining.isEmpty() && remaining.getFirst().version() == afterVersion) {
            return remaining;
        }
        int partition = descriptor().partitionOf(aggregateId).number();
        long through = log.seal(partition);
        List<Commit> archived =
                through == 0 ? List.of() : archives.get(partition).load(aggregateId, afterVersion, toVersion, through);
        return joined(aggregateId, afterVersion, archived, remaining);
    }

    /** The two may overlap, but must not leave a version out. */
    private List<Commit> joined(String aggregateId, long afterVersion, List<Commit> archived, List<Commit> remaining) {
        var commits = new ArrayList<Commit>(archived);
        long version = archived.isEmpty() ? afterVersion : archived.getLast().nextVersion();
        boolean known = !archived.isEmpty() || afterVersion == 0;
        for (Commit commit : remaining) {
            if (known && commit.version() > version) {
                throw new LogTruncatedException(descriptor().aggregateType() + "/" + aggregateId
                        + " has no commit at version " + version
                        + ", neither in the store nor in the archive, but one at"
                        + " version " + commit.version() + " (position " + commit.position()
                        + "): a part of the log was lost. Stop what uses it and restore it from a backup");
            }
            if (!known || commit.version() == version) {
                commits.add(commit);
                version = commit.nextVersion();
                known = true;
            }
        }
        return commits;
    }

    @Override
    public long version(String aggregateId) {
        int partition = descriptor().partitionOf(aggregateId).number();
        return orArchived(
                () -> log.version(aggregateId), partition, (archive, through) -> archive.version(aggregateId, through));
    }

    @Override
    public Optional<Commit> find(int partition, UUID commandId) {
        return orArchived(
                () -> log.find(partition, commandId),
                partition,
                (archive, through) -> archive.find(commandId, through));
    }

    private interface Question<T> {
        T ask(PartitionArchive archive, long through);
    }

    private <T> T orArchived(Supplier<T> store, int partition, Question<T> question) {
        try {
            return store.get();
        } catch (LogArchivedException e) {
            return question.ask(archives.get(partition), e.through());
        }
    }

    @Override
    public long head(int partition) {
        return log.head(partition);
    }

    @Override
    public List<Long> heads() {
        return log.heads();
    }
}
