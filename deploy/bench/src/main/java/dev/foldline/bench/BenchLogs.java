package dev.foldline.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.eventstore.NewCommit;
import dev.foldline.eventstore.SnapshotStore;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.eventstore.mongodb.ConnectionEpoch;
import dev.foldline.eventstore.mongodb.MongoEventStore;
import dev.foldline.eventstore.mongodb.MongoOptions;
import dev.foldline.eventstore.mongodb.MongoSnapshotStore;
import dev.foldline.wallet.Amount;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.domain.FundsDeposited;
import dev.foldline.wallet.domain.WalletAggregate;
import dev.foldline.wallet.domain.WalletEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** The databases of one benchmark of the log, which are dropped at its end, and what is in them. Thread-safe. */
final class BenchLogs implements AutoCloseable {

    /** How many events a commit has where several share one. */
    static final int EVENTS_PER_COMMIT = 5;

    private static final String RAW = "raw";
    private static final String LOG = "wallet_events_00";
    private static final int COMMITS_AT_ONCE = 100;
    private static final int RAW_CONNECTIONS = 300;

    private final MongoOptions options = MongoOptions.defaults().withDatabasePrefix("bench-" + UUID.randomUUID() + "-");
    private final EventCodec<WalletEvent> codec = new EventCodec<>(WalletAggregate.TYPE.events(), PayloadFormat.CBOR);
    private final WalletEvent event = new FundsDeposited(new Amount(1).in(new CurrencyCode("EUR")));
    private final MongoClient client;
    private final MongoEventStore store;

    BenchLogs(String url) {
        var epoch = new ConnectionEpoch();
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(url))
                // The callers of the driver alone each want a connection.
                .applyToConnectionPoolSettings(pool -> pool.maxSize(RAW_CONNECTIONS));
        client = MongoClients.create(epoch.watch(settings).build());
        store = new MongoEventStore(client, epoch, options);
    }

    /** What the names of its databases begin with. */
    String prefix() {
        return options.databasePrefix();
    }

    /** What the names of others' databases begin with, which are dropped, too. */
    String prefix(String name) {
        return options.databasePrefix() + name + "-";
    }

    /** The wallet's event that is written everywhere, in stored form; made anew each time, as a command does. */
    EventData encoded() {
        return codec.encode(event);
    }

    List<EventData> encoded(int count) {
        return Collections.nCopies(count, event).stream().map(codec::encode).toList();
    }

    WalletEvent decode(EventData data) {
        return codec.decode(data);
    }

    EventLog log(String context, int partitions) {
        return store.open(new LogDefinition(context, "wallet", partitions));
    }

    SnapshotStore snapshots() {
        return new MongoSnapshotStore(client, options);
    }

    RawEvents raw(String name) {
        return new RawEvents(client.getDatabase(databaseOf(RAW)), name);
    }

    /** The same, in a collection that is made with what the storage engine was told of a context's log of one partition. */
    RawEvents rawAsOurs(String name, String context) {
        MongoDatabase database = client.getDatabase(databaseOf(RAW));
        var options = new CreateCollectionOptions();
        storageEngineOfLog(context).ifPresent(options::storageEngineOptions);
        database.createCollection(name, options);
        return new RawEvents(database, name);
    }

    private Optional<Document> storageEngineOfLog(String context) {
        // Not every server heeds a filter of collections.
        return client.getDatabase(databaseOf(context)).listCollections().into(new ArrayList<>()).stream()
                .filter(collection -> LOG.equals(collection.getString("name")))
                .findFirst()
                .map(found -> found.get("options", Document.class))
                .map(made -> made.get("storageEngine", Document.class));
    }

    /** How much room all events of {@link #raw} take. */
    EventSize sizeOfRaw(String name) {
        return EventSize.of(client, databaseOf(RAW), name);
    }

    /** How much room a context's log of one partition takes. */
    EventSize sizeOfLog(String context) {
        return EventSize.of(client, databaseOf(context), LOG);
    }

    private String databaseOf(String context) {
        return options.databasePrefix() + context;
    }

    /** Appends so many events of an aggregate that has {@code version} of them to a log of one partition. */
    void append(EventLog log, String aggregateId, long version, int events, int eventsPerCommit) {
        long tail = log.head(0);
        List<NewCommit> group = new ArrayList<>();
        long end = version + events;
        for (long next = version; next < end; next += eventsPerCommit) {
            group.add(commit(aggregateId, next, Math.toIntExact(Math.min(eventsPerCommit, end - next))));
            if (group.size() == COMMITS_AT_ONCE || next + eventsPerCommit >= end) {
                tail += log.append(0, tail, group).appended();
                group.clear();
            }
        }
    }

    /** Reads and decodes all of a log of one partition. */
    long readAll(EventLog log) {
        long decoded = 0;
        List<Commit> page;
        long after = 0;
        do {
            page = log.read(0, after, 1_000);
            decoded += decodeAll(page);
            after += page.size();
        } while (!page.isEmpty());
        return decoded;
    }

    int decodeAll(List<Commit> commits) {
        int decoded = 0;
        for (Commit commit : commits) {
            for (EventData data : commit.events()) {
                decode(data);
                decoded++;
            }
        }
        return decoded;
    }

    private NewCommit commit(String aggregateId, long version, int events) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new NewCommit(aggregateId, version, UUID.randomUUID(), now, encoded(events), Map.of());
    }

    @Override
    public void close() {
        for (String name : client.listDatabaseNames()) {
            if (name.startsWith(options.databasePrefix())) {
                client.getDatabase(name).drop();
            }
        }
        client.close();
    }
}
