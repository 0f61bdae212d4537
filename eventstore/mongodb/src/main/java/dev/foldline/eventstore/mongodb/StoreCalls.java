package dev.foldline.eventstore.mongodb;

import com.mongodb.MongoException;
import dev.foldline.eventstore.StoreUnavailableException;
import java.util.function.Supplier;

/** Calls to the driver, with its faults told in the log's words. */
final class StoreCalls {

    private StoreCalls() {}

    /**
     * Makes the call.
     *
     * @param what what is being done, e.g. {@code append to}
     * @param where to which log or partition
     */
    static <T> T call(String what, Object where, Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException | IllegalStateException e) {
            // IllegalStateException is what the driver throws when its client is closed.
            throw unavailable(what, where, e);
        }
    }

    static StoreUnavailableException unavailable(String what, Object where, Exception cause) {
        return new StoreUnavailableException(
                what + " " + where + ": MongoDB could not be reached, did not answer in time or did not acknowledge ("
                        + cause.getClass().getSimpleName()
                        + "); nothing is known about the outcome, try again",
                cause);
    }
}
