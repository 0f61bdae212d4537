package dev.foldline.eventstore.mongodb;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ServerType;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.LogDescriptor;
import dev.foldline.eventstore.Partition;
import dev.foldline.eventstore.seam.ArchivableLog;
import dev.foldline.eventstore.seam.LogArchive;
import java.util.List;
import java.util.function.Function;

/**
 * The logs on a MongoDB server, replica set or sharded cluster, from version 4.2. Reads are at majority and from the
 * primary. Thread-safe.
 *
 * <p>The client stays its owner's to close. Its timeouts are the store's: the driver waits half a minute for a server
 * unless told otherwise.
 */
public final class MongoEventStore implements EventStore {

    private final MongoClient client;
    private final ConnectionEpoch epoch;
    private final MongoOptions options;
    private final LogArchive archive;

    /**
     * @param client connects to the server
     * @param epoch is registered with the client's settings, see {@link ConnectionEpoch#watch}
     */
    public MongoEventStore(MongoClient client, ConnectionEpoch epoch, MongoOptions options) {
        this(client, epoch, options, (definition, log) -> log);
    }

    private MongoEventStore(MongoClient client, ConnectionEpoch epoch, MongoOptions options, LogArchive archive) {
        this.client = client;
        this.epoch = epoch;
        this.options = options;
        this.archive = archive;
    }

    /** This store, whose logs can also be read where their commits have left for the archive. */
    public MongoEventStore withArchive(LogArchive where) {
        return new MongoEventStore(client, epoch, options, where);
    }

    @Override
    public EventLog open(LogDefinition definition) {
        String name = options.databaseOf(definition.context());
        return StoreCalls.call(
                "open log " + definition.aggregateType() + " in",
                name,
                () -> archive.join(definition, openLog(definition)));
    }

    /** Opens a log that is being filled with a copy, see {@link LogGuard#fill}. */
    EventLog fill(LogDefinition definition, LogGuard.Filling filling) {
        String name = options.databaseOf(definition.context());
        return StoreCalls.call(
                "open the new log " + definition.aggregateType() + " in",
                name,
                () -> openLog(definition, guard -> guard.fill(definition, filling)));
    }

    /** Lets everybody open a log that was being filled. */
    void filled(String context, LogDescriptor log) {
        MongoDatabase database = options.database(client, context);
        StoreCalls.call("complete the log in", database.getName(), () -> {
            new LogGuard(database, this::strongestReadConcern).filled(log);
            return log;
        });
    }

    @Override
    public List<LogDefinition> logs(String context) {
        MongoDatabase database = options.database(client, context);
        return StoreCalls.call("list the logs in", database.getName(), () -> LogGuard.logs(database, context));
    }

    /** A log without its archive, for those who move commits between the two. It must exist. */
    public ArchivableLog openArchivable(LogDefinition definition) {
        String name = options.databaseOf(definition.context());
        return StoreCalls.call("open log " + definition.aggregateType() + " in", name, () -> openLog(definition));
    }

    private ArchivableLog openLog(LogDefinition definition) {
        return openLog(definition, guard -> guard.openOrCreate(definition));
    }

    private ArchivableLog openLog(LogDefinition definition, Function<LogGuard, LogDescriptor> opening) {
        MongoDatabase database = options.database(client, definition.context());
        var guard = new LogGuard(database, this::strongestReadConcern);
        LogDescriptor log = opening.apply(guard);
        var collections = new PartitionCollections(database);
        var claims = new ArchiveClaims(database, this::strongestReadConcern, log);
        List<MongoPartition> partitions = log.allPartitions().stream()
                .map(partition -> open(partition, collections, claims, () -> guard.requireSame(log)))
                .toList();
        return new MongoEventLog(log, partitions, claims, options.sealNotice());
    }

    private MongoPartition open(
            Partition partition, PartitionCollections collections, ArchiveClaims claims, Runnable requireSameLog) {
        var collection = new CommitCollection(collections.open(partition), partition, this::strongestReadConcern);
        var seal = new Seal(() -> claims.find(partition.number()).through(), options.sealNotice());
        return new MongoPartition(partition, collection, seal, epoch, requireSameLog);
    }

    /** A server that stands alone has nobody who could have replaced it, and refuses to be asked. */
    private ReadConcern strongestReadConcern() {
        boolean alone = client.getClusterDescription().getServerDescriptions().stream()
                .anyMatch(server -> server.getType() == ServerType.STANDALONE);
        return alone ? ReadConcern.MAJORITY : ReadConcern.LINEARIZABLE;
    }
}
