package dev.foldline.bench;

import java.util.Locale;

/** The page that says what a large casino needs, with the arithmetic. Bytes are decimal: 1 GB is 1,000,000,000. */
final class CapacityPage {

    static final long EVENTS = 30_000_000_000L;
    private static final long EVENTS_A_DAY = 300_000_000L;
    private static final int PEAK = 10;
    private static final int SECONDS_A_DAY = 86_400;
    private static final long WALLETS = 10_000_000L;
    private static final long ACTIVE_WALLETS = 1_000_000L;
    private static final int SHARD_RAM_GB = 128;
    private static final int SHARD_DISK_GB = 2_000;
    private static final int INDEX_PAGE_BYTES = 16 * 1024;
    private static final int AMQP_HEADER_BYTES = 600;
    private static final int EVENT_HANDLERS = 3;
    private static final int COPIES = 3;

    private final CommitSizes sizes;
    private final IndexCost random = IndexCost.RANDOM_COMMAND_IDS;
    private final IndexCost ordered = IndexCost.TIME_ORDERED_COMMAND_IDS;
    private final IndexCost versions = IndexCost.VERSIONS;

    CapacityPage(CommitSizes sizes) {
        this.sizes = sizes;
    }

    String text() {
        return head()
                + new StorageSections(sizes).text()
                + commandIds()
                + memory()
                + shards()
                + projection()
                + network();
    }

    private static String head() {
        return line("# Capacity")
                + line("")
                + line(
                        "What %,d events and %,d a day with a peak of %d times that need, one event in a commit.",
                        EVENTS, EVENTS_A_DAY, PEAK)
                + line(
                        "`./foldline bench capacity` prints this page; a test compares them. *Measured* figures come from the code of"
                                + " this version or from")
                + line("the run that is named; everything else is *computed* from them, as shown. 1 GB is 10⁹ bytes.")
                + line("")
                + line(
                        "- a day: %,d ÷ %,d s = %,d events/s on average, %,d/s at the peak",
                        EVENTS_A_DAY, SECONDS_A_DAY, average(), peak())
                + line("- history: %,d ÷ %,d = %,d days", EVENTS, EVENTS_A_DAY, EVENTS / EVENTS_A_DAY)
                + line("- players: %,d wallets, of which %,d play on one day (assumed)", WALLETS, ACTIVE_WALLETS);
    }

    private String commandIds() {
        long randomPages = Math.round(EVENTS * random.bytes());
        return section("What a random command id costs")
                + line(
                        "A random key belongs anywhere, so every insert touches a page of the whole history, and the whole index is hot:")
                + line(
                        "%,d × %.1f = **%,d GB of RAM**, or a page is read and later written for almost every insert. A"
                                + " time-ordered key belongs at",
                        EVENTS, random.bytes(), gb(randomPages))
                + line(
                        "the end, beside those of the last moments; only the newest pages are hot. Measured with a cache smaller than"
                                + " the index:")
                + line(
                        "%.0f bytes read and %.0f written for a random key, %.0f and %.0f for a time-ordered one.",
                        random.bytesRead(), random.bytesWritten(), ordered.bytesRead(), ordered.bytesWritten())
                + line("")
                + line(
                        "Hence: **send UUIDv7 as `Idempotency-Key`**. Ids that the platform makes for commands without one are"
                                + " UUIDv7. So are those of policies")
                + line(
                        "and publishers, with the time of the event that they come of and a hash where others are random, so that a"
                                + " repetition has the same one")
                + line(
                        "([decision 10](decisions/0010-what-a-policy-promises.md) says which policies have random ones yet).");
    }

    private String memory() {
        return section("Memory")
                + line("| hot | GB | |")
                + line("|---|---|---|")
                + line(
                        "| `{a: 1, v: 1}`: a leaf page for each wallet that plays today | %,d | %,d × %,d |",
                        gb(ACTIVE_WALLETS * INDEX_PAGE_BYTES), ACTIVE_WALLETS, INDEX_PAGE_BYTES)
                + line(
                        "| `{c: 1}`, UUIDv7: today's keys, for retries | %,d | %,d × %.1f |",
                        gbUp(orderedToday()), EVENTS_A_DAY, ordered.bytes())
                + line(
                        "| documents of one day, as those that write and follow read them | %,d | %,d × %,d |",
                        gbUp(EVENTS_A_DAY * sizes.document()), EVENTS_A_DAY, sizes.document())
                + line("| **together, UUIDv7** | **%,d** | |", hotGb())
                + line("| together, random ids | %,d | the first and third, and all of `{c: 1}` |", hotRandomGb());
    }

    private String shards() {
        long disk = gb(diskBytes(ordered));
        return section("Shards")
                + line(
                        "Machines with %d GB for the cache and %,d GB of disk that may be filled (assumed), three copies of each shard:",
                        SHARD_RAM_GB, SHARD_DISK_GB)
                + line("")
                + line("| | UUIDv7 | random |")
                + line("|---|---|---|")
                + line("| disk: documents and both indexes | %,d GB | %,d GB |", disk, gb(diskBytes(random)))
                + line(
                        "| shards for the disk | %d | %d |",
                        shards(disk, SHARD_DISK_GB), shards(gb(diskBytes(random)), SHARD_DISK_GB))
                + line(
                        "| shards for the memory | %d | %d |",
                        shards(hotGb(), SHARD_RAM_GB), shards(hotRandomGb(), SHARD_RAM_GB))
                + line(
                        "| shards for %,d commits/s, at %,d/s each | %d | %d |",
                        peak(), commitsPerShard(), shards(peak(), commitsPerShard()), shards(peak(), commitsPerShard()))
                + line("| **shards** | **%d** | **%d** |", most(ordered, hotGb()), most(random, hotRandomGb()))
                + line("")
                + line(
                        "%,d/s is half of the 38,000 commits/s of one writer process with 256 callers on mongod 4.2.8 with everything on"
                                + " two cores, and",
                        commitsPerShard())
                + line(
                        "that run had an index that fitted in memory. Sealed ranges that moved to the archive leave the disk.")
                + line(
                        "Partitions live on any shard; %d and more, a multiple of the shards, spread evenly.",
                        4 * most(ordered, hotGb()));
    }

    private String projection() {
        long tuple = aligned(24 + (1 + 36) + (1 + 3) + 4 + 8 + 8) + 4;
        long index = aligned(8 + 1 + 36) + 4;
        long bytes = WALLETS * (tuple + index * 10 / 9) * 8192 / 8168;
        return section("A projection in PostgreSQL")
                + line(
                        "One row of `wallet_balance` for each wallet. Computed from PostgreSQL's page layout: a tuple has a header of 24"
                                + " bytes with its padding and a")
                + line(
                        "line pointer of 4; text has a length byte; an index tuple has 8 bytes of header; index pages are 90 %% full; a"
                                + " page has 24 bytes of header.")
                + line("")
                + line(
                        "- row: 24 + 37 + 4 + 4 (alignment) + 8 + 8, aligned to 8, + 4 = %,d bytes; primary key: 8 + 37, aligned, + 4 = %,d"
                                + " bytes",
                        tuple, index)
                + line("- %,d wallets: **%.1f GB**; it does not grow with the events", WALLETS, bytes / 1e9)
                + line(
                        "- writes: each commit replaces a row (a new tuple, and nothing in the index as long as the page has room): %,d/s at"
                                + " the peak, in batches",
                        peak());
    }

    private String network() {
        long insert = sizes.document();
        long message = sizes.document() + AMQP_HEADER_BYTES;
        long mongo = peak() * insert * COPIES;
        long broker = peak() * message * (1 + EVENT_HANDLERS);
        return section("Network at the peak")
                + line("| | Mbit/s | |")
                + line("|---|---|---|")
                + line(
                        "| writers to primaries, and primaries to two secondaries | %,d | %,d/s × %,d × %d × 8 |",
                        mbit(mongo), peak(), insert, COPIES)
                + line(
                        "| announcements to the broker and from it to %d handlers | %,d | %,d/s × (%,d + %d for AMQP) × %d × 8 |",
                        EVENT_HANDLERS, mbit(broker), peak(), sizes.document(), AMQP_HEADER_BYTES, 1 + EVENT_HANDLERS)
                + line("")
                + line(
                        "The size of an announcement's AMQP and CloudEvents properties is assumed. Requests and replies of commands come to"
                                + " that.");
    }

    private static long average() {
        return EVENTS_A_DAY / SECONDS_A_DAY;
    }

    private static long peak() {
        return EVENTS_A_DAY * PEAK / SECONDS_A_DAY;
    }

    private static long commitsPerShard() {
        return 38_000 / 2;
    }

    private long orderedToday() {
        return Math.round(EVENTS_A_DAY * ordered.bytes());
    }

    private long hotGb() {
        return gb(ACTIVE_WALLETS * INDEX_PAGE_BYTES) + gbUp(orderedToday()) + gbUp(EVENTS_A_DAY * sizes.document());
    }

    private long hotRandomGb() {
        return gb(ACTIVE_WALLETS * INDEX_PAGE_BYTES)
                + gb(Math.round(EVENTS * random.bytes()))
                + gbUp(EVENTS_A_DAY * sizes.document());
    }

    private long diskBytes(IndexCost commandIds) {
        return StorageSections.documentBytes() + Math.round(EVENTS * (commandIds.disk() + versions.disk()));
    }

    private long most(IndexCost commandIds, long hotGb) {
        return Math.max(
                Math.max(shards(gb(diskBytes(commandIds)), SHARD_DISK_GB), shards(hotGb, SHARD_RAM_GB)),
                shards(peak(), commitsPerShard()));
    }

    private static long shards(long need, long each) {
        return Math.ceilDiv(need, each);
    }

    private static long aligned(long bytes) {
        return Math.ceilDiv(bytes, 8L) * 8;
    }

    static long gb(long bytes) {
        return Math.round(bytes / 1e9);
    }

    private static long gbUp(long bytes) {
        return Math.ceilDiv(bytes, 1_000_000_000L);
    }

    private static long mbit(long bytesPerSecond) {
        return Math.round(bytesPerSecond * 8 / 1e6);
    }

    static String section(String title) {
        return line("") + line("## " + title) + line("");
    }

    @SuppressWarnings("AnnotateFormatMethod") // that annotation is in a library that nothing else here needs
    static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
