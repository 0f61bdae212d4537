package dev.foldline.eventstore.mongodb;

/** A repartition that cannot be, or cannot go on. The message says what to do; the log that is copied is never changed. */
public final class RepartitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RepartitionException(String message) {
        super(message);
    }

    /** What it is called where faults are told, as the codes of the log's own. */
    public String code() {
        return "repartition-refused";
    }
}
