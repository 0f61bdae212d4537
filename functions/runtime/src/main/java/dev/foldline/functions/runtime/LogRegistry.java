package dev.foldline.functions.runtime;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogMismatchException;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens each log once, with the number of partitions that the configuration says. */
@Singleton
@DefaultBean
final class LogRegistry implements Logs {

    private static final Logger LOG = Logger.getLogger(LogRegistry.class);

    private final Instance<EventStore> store;
    private final Config config;
    private final Map<String, EventLog> open = new HashMap<>();

    LogRegistry(Instance<EventStore> store, Config config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public EventLog log(String context, String aggregateType) {
        return log(context, aggregateType, partitions(aggregateType));
    }

    @Override
    public synchronized EventLog log(String context, String aggregateType, int partitions) {
        String key = context + "/" + aggregateType;
        @Nullable EventLog known = open.get(key);
        if (known != null) {
            return known;
        }
        EventLog opened = open(new LogDefinition(context, aggregateType, partitions));
        open.put(key, opened);
        return opened;
    }

    /** A process whose configuration disagrees with the log stops: nothing good can come of going on. */
    private EventLog open(LogDefinition definition) {
        try {
            return store.get().open(definition);
        } catch (LogMismatchException e) {
            LOG.fatalf("%s: %s", e.code(), e.getMessage());
            Quarkus.asyncExit(1);
            throw e;
        }
    }

    private int partitions(String aggregateType) {
        return config.getOptionalValue("foldline.log." + aggregateType + ".partitions", Integer.class)
                .or(() -> config.getOptionalValue("foldline.log.partitions", Integer.class))
                .orElse(LogDefinition.DEFAULT_PARTITIONS);
    }
}
