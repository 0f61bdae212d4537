package dev.foldline.eventstore;

import java.util.Optional;
import java.util.UUID;

/**
 * Remembers how far handlers that keep nothing themselves have come in a log. Kept beside the logs of the context that the
 * handler belongs to. Safe for use by any number of threads and processes.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be reached in time.
 */
public interface CheckpointStore {

    /**
     * A checkpoint.
     *
     * @param log the identity of the log that it is about: {@link LogDescriptor#id()}
     * @param position the last commit that was taken care of; 0 for none
     */
    record Checkpoint(UUID log, long position) {}

    /**
     * The checkpoint; empty when the handler has never seen the partition.
     *
     * @param context the context that the handler belongs to
     * @param handler the handler's name, unique within its context
     */
    Optional<Checkpoint> find(String context, String handler, Partition partition);

    /**
     * How the handler makes the ids of what comes of the log's events. To be asked before anything is done about one of them:
     * a handler that has a checkpoint of this log and has never asked keeps to {@link DerivedIds#HASHED}, any other one begins
     * with {@link DerivedIds#TIME_ORDERED}. The answer is always the same, in every process.
     *
     * @throws LogMismatchException a later version has begun in a way that this one does not know
     */
    DerivedIds begin(String context, String handler, LogDescriptor log);

    /**
     * Moves a checkpoint forward, or makes it. One that is at this position or beyond stays: it never goes back. Checkpoints
     * of another log are not touched.
     *
     * @return the checkpoint as it is now
     */
    Checkpoint advance(String context, String handler, Partition partition, Checkpoint reached);
}
