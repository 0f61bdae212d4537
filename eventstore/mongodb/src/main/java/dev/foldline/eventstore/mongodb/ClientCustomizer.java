package dev.foldline.eventstore.mongodb;

import com.mongodb.MongoClientSettings;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Makes an application's default client one that the event store can watch, and one that gives up in time. */
@Singleton
class ClientCustomizer implements MongoClientCustomizer {

    /** For a connection, when all of the pool are busy; there is no setting of Quarkus for it. */
    private static final long MAX_WAIT_SECONDS = 2;

    private final ConnectionEpoch epoch;

    ClientCustomizer(ConnectionEpoch epoch) {
        this.epoch = epoch;
    }

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder builder) {
        return epoch.watch(builder)
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(MAX_WAIT_SECONDS, TimeUnit.SECONDS));
    }
}
