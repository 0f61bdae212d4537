package dev.foldline.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds a range of ids, and the first or last of them, without a look at the other documents: ids are the keys of a sorted
 * map. What an index finds either here or there is found without a look at the others, too.
 */
final class DurableCollection extends H2Collection {

    private final MVMap<Object, Document> documents;
    private final boolean open;

    DurableCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
        this.open = true;
    }

    /** The superclass would measure each document, and write the sum with each of them. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    /** Added up when somebody asks; the superclass does while it opens, for nobody. */
    @Override
    protected int getDataSize() {
        return open ? documents.values().stream().mapToInt(DocumentType::bytes).sum() : 0;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        List<Document> alternatives = alternatives(query);
        if (!alternatives.isEmpty() && alternatives.stream().allMatch(this::isIndexed)) {
            return matchDocuments(query, positions(alternatives), order, skip, limit, batchSize, fields);
        }
        if (!isById(order) || !hasIdsOfOneType()) {
            return super.matchDocuments(query, order, skip, limit, batchSize, fields);
        }
        IdRange range = IdRange.of(query, documents.firstKey());
        return matchDocumentsFromStream(
                documents(range, isDescending(order)), query, null, skip, limit, batchSize, fields);
    }

    /** Of a query that asks for nothing but one of several; none of any other query. */
    private static List<Document> alternatives(Document query) {
        if (query.size() != 1 || !(query.get("$or") instanceof Collection<?> clauses)) {
            return List.of();
        }
        return clauses.stream().map(Document.class::cast).toList();
    }

    private boolean isIndexed(Document query) {
        return getIndexes().stream().anyMatch(index -> index.canHandle(query));
    }

    private Set<Object> positions(List<Document> alternatives) {
        var found = new LinkedHashSet<>();
        for (Document query : alternatives) {
            getIndexes().stream()
                    .filter(index -> index.canHandle(query))
                    .findFirst()
                    .ifPresent(index -> index.getPositions(query).forEach(found::add));
        }
        return found;
    }

    private Stream<Document> documents(IdRange range, boolean descending) {
        Cursor<Object, Document> cursor = descending
                ? documents.cursor(range.last(), range.first(), true)
                : documents.cursor(range.first(), range.last(), false);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .map(id -> cursor.getValue());
    }

    private static boolean isById(@Nullable Document order) {
        return order == null || order.isEmpty() || (order.size() == 1 && order.containsKey("_id"));
    }

    private static boolean isDescending(@Nullable Document order) {
        return order != null && order.get("_id") instanceof Number direction && direction.intValue() < 0;
    }

    /** Only within a type do both sort alike. The map keeps types apart, so two ends of one type have no other between them. */
    private boolean hasIdsOfOneType() {
        Object first = documents.firstKey();
        Object last = documents.lastKey();
        return (first instanceof Long && last instanceof Long) || (first instanceof String && last instanceof String);
    }
}
