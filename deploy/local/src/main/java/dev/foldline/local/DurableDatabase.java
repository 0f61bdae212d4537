package dev.foldline.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Documents in the store, indexes beside it: they are made again from the documents when the store is opened. */
final class DurableDatabase extends H2Database {

    private static final Set<String> MAKES_COLLECTIONS = Set.of("create", "createindexes");

    /** Of the names of maps, as in the superclass. */
    private static final String DOCUMENTS_PREFIX = "databases.";

    private static final String META_PREFIX = "meta.";

    private static final String SYSTEM_PREFIX = "system.";

    private static final IdType IDS = new IdType();
    private static final DocumentType DOCUMENTS = new DocumentType();

    private final MVStore store;

    DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
        // The superclass opens the collections.
        this.store = store;
        super(name, store, cursors);
    }

    /**
     * One after the other: a collection that two commands make at once could be left without its index of ids, and would then
     * take a second document of an id in the place of the first.
     */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (MAKES_COLLECTIONS.contains(command.toLowerCase(Locale.ROOT))) {
            synchronized (this) {
                return super.handleCommand(channel, command, query, databases, oplog);
            }
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    /** Makes a collection when something is inserted into one that there is not. */
    @Override
    protected synchronized MongoCollection<Object> resolveOrCreateCollection(String collectionName) {
        return super.resolveOrCreateCollection(collectionName);
    }

    /** Its collections, and no others: the superclass removes those of every database whose name begins as this one's. */
    @Override
    public synchronized void drop(Oplog oplog) {
        String prefix = DOCUMENTS_PREFIX + getFullCollectionNamespace("");
        store.getMapNames().stream()
                .filter(map -> map.startsWith(prefix))
                .map(map -> map.substring(prefix.length()))
                // The others are listed in those of the system.
                .sorted(Comparator.comparing(name -> name.startsWith(SYSTEM_PREFIX)))
                .toList()
                .forEach(collection -> dropCollection(collection, oplog));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collectionName, CollectionOptions options) {
        String name = getFullCollectionNamespace(collectionName);
        return new DurableCollection(
                this,
                collectionName,
                options,
                store.openMap(
                        DOCUMENTS_PREFIX + name,
                        new MVMap.Builder<Object, Document>().keyType(IDS).valueType(DOCUMENTS)),
                store.openMap(META_PREFIX + name),
                cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return new MemoryIndex(indexName, keys, sparse);
    }
}
