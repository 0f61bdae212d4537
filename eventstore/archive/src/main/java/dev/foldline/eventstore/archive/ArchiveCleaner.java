package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.seam.ArchiveClaim;
import java.util.List;
import java.util.Set;

/**
 * Removes what archivers have left that were killed, or that gave way: segments that no manifest names, and unfinished files.
 *
 * <p>Whether somebody is still at work on such a file cannot be seen, so it is made not to matter. The cleaner claims the
 * partition and publishes the manifest anew: whoever had found an earlier {@linkplain ArchiveClaim claim} can make none any
 * more, and a manifest that is late does not count. Then it removes files that say that their writer had found an earlier
 * one, and that are in no manifest. Nobody writes such a name any more, so it does no harm either if it stands still before it
 * removes one, and others go on meanwhile. An archiver at work in that partition leaves it, and is to be run again.
 */
public final class ArchiveCleaner {

    private final ArchivableLog log;
    private final ArchiveStorage storage;
    private final List<PartitionArchive> archives;
    private final ArchiveProgress progress;

    /** @param context the context that owns the log */
    public ArchiveCleaner(String context, ArchivableLog log, Archive archive, ArchiveProgress progress) {
        this.log = log;
        this.storage = archive.storage();
        this.archives = archive.partitions(context, log.descriptor());
        this.progress = progress;
    }

    /**
     * Tells of each file that no manifest names, and removes those that nobody can name any more. It can be repeated.
     *
     * @throws dev.foldline.eventstore.ArchiveCorruptException a manifest cannot be read, or it is another archive than the one
     *     that has the log's commits; nothing of the partition is removed
     */
    public void clean() {
        archives.forEach(this::clean);
    }

    private void clean(PartitionArchive archive) {
        ArchiveClaim found = log.claimed(number(archive));
        List<String> orphans = orphans(archive);
        ArchiveClaim claim = found.ofManifest(archive.latest(found.through()).number());
        if (orphans.stream().noneMatch(orphan -> FileName.isSuperseded(orphan, claim))) {
            orphans.forEach(orphan -> progress.orphan(archive.place().partition(), orphan, false));
        } else if (supersede(archive, claim)) {
            removeOrphans(archive, claim);
        } else {
            progress.left(archive.place().partition());
        }
    }

    /** Whether it was the next claim, so that no manifest counts that somebody was about to publish before. */
    private boolean supersede(PartitionArchive archive, ArchiveClaim claim) {
        boolean holds = log.claim(number(archive), claim);
        if (holds) {
            Manifest manifest = archive.latest(claim.through());
            archive.manifests().publish(manifest.withNumber(claim.manifest()));
        }
        return holds;
    }

    private void removeOrphans(PartitionArchive archive, ArchiveClaim claim) {
        for (String orphan : orphans(archive)) {
            boolean superseded = FileName.isSuperseded(orphan, claim);
            if (superseded) {
                remove(archive.place().directory() + orphan);
            }
            progress.orphan(archive.place().partition(), orphan, superseded);
        }
    }

    /** Names of files, without the directory. */
    private List<String> orphans(PartitionArchive archive) {
        String directory = archive.place().directory();
        List<String> files = StorageCalls.call(storage, () -> storage.list(directory));
        Set<String> named = archive.manifests().segments();
        return files.stream()
                .filter(file -> !named.contains(file))
                .map(file -> file.substring(directory.length()))
                .filter(file -> !FileName.isManifest(file))
                .toList();
    }

    private void remove(String file) {
        StorageCalls.call(storage, () -> {
            storage.delete(file);
            return file;
        });
    }

    private static int number(PartitionArchive archive) {
        return archive.place().partition().number();
    }
}
