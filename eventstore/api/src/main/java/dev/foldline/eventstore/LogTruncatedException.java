package dev.foldline.eventstore;

/** Permanent: a log ends before a position that was seen, or has a hole: it was restored or lost. Never carry on. */
public final class LogTruncatedException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public LogTruncatedException(String message) {
        super(message, null);
    }

    @Override
    public String code() {
        return "log-truncated";
    }
}
