package dev.foldline.local;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a query says of the smallest and the largest id that it can find; it may find fewer. A bound of another type than the
 * ids have is none.
 *
 * @param first the smallest; null for none
 * @param last the largest; null for none
 */
record IdRange(@Nullable Object first, @Nullable Object last) {

    private static final IdRange ALL = new IdRange(null, null);

    /**
     * The range that a query asks for.
     *
     * @param like an id of the collection
     */
    static IdRange of(Document query, Object like) {
        IdRange range = query.get("_id") instanceof Document conditions ? of(conditions, like.getClass()) : ALL;
        if (query.get("$and") instanceof Collection<?> all) {
            for (Object part : all) {
                range = part instanceof Document condition ? range.and(of(condition, like)) : range;
            }
        }
        return range;
    }

    private static IdRange of(Document conditions, Class<?> type) {
        return new IdRange(bound(type, conditions, "$gte", "$gt"), bound(type, conditions, "$lte", "$lt"));
    }

    private static @Nullable Object bound(Class<?> type, Document conditions, String... operators) {
        for (String operator : operators) {
            Object bound = conditions.get(operator);
            if (type.isInstance(bound)) {
                return bound;
            }
        }
        return null;
    }

    /** The bounds of both; where both have one, either will do. */
    private IdRange and(IdRange other) {
        return new IdRange(first != null ? first : other.first, last != null ? last : other.last);
    }
}
