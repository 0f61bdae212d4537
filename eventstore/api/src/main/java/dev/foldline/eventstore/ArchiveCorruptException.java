package dev.foldline.eventstore;

import org.jspecify.annotations.Nullable;

/** Permanent: what the archive has is damaged, incomplete, or not of this log. Whoever moves commits there removes none. */
public final class ArchiveCorruptException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    /** @param message names the segment and, where known, the block and the position */
    public ArchiveCorruptException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "archive-corrupt";
    }
}
