package dev.foldline.bench;

import dev.foldline.eventstore.Commit;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.PayloadFormat;
import dev.foldline.eventstore.mongodb.StoredSize;
import dev.foldline.functions.Metadata;
import dev.foldline.wallet.CurrencyCode;
import dev.foldline.wallet.Money;
import dev.foldline.wallet.RoundId;
import dev.foldline.wallet.domain.BetPlaced;
import dev.foldline.wallet.domain.WalletEvent;
import dev.foldline.wallet.domain.WalletEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * The sizes of a bet's commit in bytes.
 *
 * @param payload the event
 * @param document the commit without metadata
 * @param traced the commit with a correlation, a cause and a trace
 */
record CommitSizes(long payload, long document, long traced) {

    private static final Instant TIME = Instant.parse("2027-01-15T08:00:00Z");
    private static final EventCodec<WalletEvent> CODEC = new EventCodec<>(WalletEvents.TABLE, PayloadFormat.CBOR);

    /** Sizes of what this version writes. Ids are random, and the same each time. */
    static CommitSizes measured() {
        var random = new Random(1);
        Commit commit = commit(random, 4_211_000_000L, Map.of());
        Map<String, String> metadata = Map.of(
                Metadata.CORRELATION, id(random).toString(),
                Metadata.CAUSATION, id(random).toString(),
                Metadata.TRACE_PARENT, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        return new CommitSizes(
                commit.events().getFirst().payload().length,
                StoredSize.document(commit).length,
                StoredSize.document(commit(random, 4_211_000_000L, metadata)).length);
    }

    private static Commit commit(Random random, long position, Map<String, String> metadata) {
        var event = new BetPlaced(
                new RoundId("r-" + random.nextInt(1_000_000_000)),
                new Money(random.nextInt(10_000), new CurrencyCode("EUR")));
        return new Commit(
                position,
                id(random).toString(),
                random.nextInt(3_000),
                id(random),
                TIME.plusMillis(position % 1_000_000),
                List.of(CODEC.encode(event)),
                metadata);
    }

    private static UUID id(Random random) {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (1L << 63));
    }
}
