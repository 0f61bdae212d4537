package dev.foldline.eventstore;

/**
 * Permanent for a process that has no archive: what it asked for has left the store for the archive. Nothing is lost; such a
 * process must be told where the archive is.
 */
public final class LogArchivedException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    private final long through;

    /** @param through position up to which the archive has all commits of the partition */
    public LogArchivedException(Partition partition, long through) {
        super(
                "the commits of " + partition + " up to position " + through
                        + " are in the archive, and some are no longer in the store. Tell this process where the archive"
                        + " is (foldline.archive.url), or bring them back with './foldline archive restore'",
                null);
        this.through = through;
    }

    /** Position up to which the archive has all commits of the partition. */
    public long through() {
        return through;
    }

    @Override
    public String code() {
        return "log-archived";
    }
}
