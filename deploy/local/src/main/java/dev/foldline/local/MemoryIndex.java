package dev.foldline.local;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that is not stored. Keys like command ids are scattered: stored, each of them would rewrite a page of
 * its own, which makes a commit of a hundred documents write megabytes.
 */
final class MemoryIndex extends AbstractUniqueIndex<Object> {

    /** Field by field; of two that begin alike, the shorter one first. */
    private static final Comparator<KeyValue> ORDER = (one, other) -> {
        for (int field = 0; field < Math.min(one.size(), other.size()); field++) {
            int order = compare(one.get(field), other.get(field));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    };

    /** In MongoDB's order; what a log asks for again and again is compared without a look at all the types that there are. */
    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        return one instanceof Double number && other instanceof Double otherNumber
                ? number.compareTo(otherNumber)
                : ValueComparator.asc().compare(one, other);
    }

    private final ConcurrentNavigableMap<KeyValue, Object> inOrder = new ConcurrentSkipListMap<>(ORDER);
    private final Map<KeyValue, Object> positions;
    private final String firstField;
    private final boolean compound;

    MemoryIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.firstField = keys().getFirst();
        this.compound = isCompoundIndex();
        this.positions = compound ? inOrder : new ConcurrentHashMap<>();
    }

    /** Also a query for a text in the first field, whatever it says of the others. */
    @Override
    public synchronized boolean canHandle(Document query) {
        return super.canHandle(query) || asksForFirstField(query);
    }

    private boolean asksForFirstField(Document query) {
        return compound && !isSparse() && query.get(firstField) instanceof String;
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        return super.canHandle(query) ? super.getPositions(query) : positionsOf(query.get(firstField));
    }

    private List<Object> positionsOf(@Nullable Object value) {
        List<Object> found = new ArrayList<>();
        for (Entry<KeyValue, Object> entry :
                inOrder.tailMap(new KeyValue(value)).entrySet()) {
            if (ValueComparator.asc().compare(entry.getKey().get(0), value) != 0) {
                break;
            }
            found.add(entry.getValue());
        }
        return found;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
