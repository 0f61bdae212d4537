package dev.foldline.eventstore;

/** Permanent: the log is not what the process expects (its partitions, hash or format). The process must not go on. */
public final class LogMismatchException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public LogMismatchException(String message) {
        super(message, null);
    }

    @Override
    public String code() {
        return "log-mismatch";
    }
}
