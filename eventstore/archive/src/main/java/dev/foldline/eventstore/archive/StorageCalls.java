package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.StoreUnavailableException;
import java.io.IOException;

/** Calls to the storage, with its faults told in the log's words. */
final class StorageCalls {

    interface Call<T> {
        T call() throws IOException;
    }

    private StorageCalls() {}

    static <T> T call(ArchiveStorage storage, Call<T> call) {
        try {
            return call.call();
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "the archive " + storage + " cannot be reached or did not answer ("
                            + e.getClass().getSimpleName() + "), try again",
                    e);
        }
    }
}
