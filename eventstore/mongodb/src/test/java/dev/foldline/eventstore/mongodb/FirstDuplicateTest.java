package dev.foldline.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known after an insert that failed. */
class FirstDuplicateTest {

    private static final int DUPLICATE_KEY = 11000;
    private static final int NOT_PRIMARY = 10107;
    private static final WriteConcernError TIMEOUT =
            new WriteConcernError(64, "WriteConcernTimeout", "waiting for replication timed out", new BsonDocument());

    @Test
    void the_prefix_before_the_first_duplicate_was_stored() {
        assertThat(PartitionAppender.firstDuplicate(failure(null, error(3, DUPLICATE_KEY))))
                .isEqualTo(3);
        assertThat(PartitionAppender.firstDuplicate(failure(null, error(7, DUPLICATE_KEY), error(2, DUPLICATE_KEY))))
                .isEqualTo(2);
    }

    @Test
    void nothing_is_known_when_no_majority_acknowledged_the_prefix() {
        assertUnknown(failure(TIMEOUT, error(3, DUPLICATE_KEY)));
        assertUnknown(failure(TIMEOUT));
    }

    @Test
    void nothing_is_known_after_any_other_error() {
        assertUnknown(failure(null, error(0, NOT_PRIMARY)));
        assertUnknown(failure(null, error(5, DUPLICATE_KEY), error(1, NOT_PRIMARY)));
    }

    private static void assertUnknown(MongoBulkWriteException failure) {
        assertThatThrownBy(() -> PartitionAppender.firstDuplicate(failure)).isSameAs(failure);
    }

    private static BulkWriteError error(int index, int code) {
        return new BulkWriteError(code, "", new BsonDocument(), index);
    }

    private static MongoBulkWriteException failure(@Nullable WriteConcernError concern, BulkWriteError... errors) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), List.of(errors), concern, new ServerAddress(), Set.of());
    }
}
