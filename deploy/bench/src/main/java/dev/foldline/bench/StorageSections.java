package dev.foldline.bench;

import static dev.foldline.bench.CapacityPage.EVENTS;
import static dev.foldline.bench.CapacityPage.gb;
import static dev.foldline.bench.CapacityPage.line;
import static dev.foldline.bench.CapacityPage.section;

import java.util.Locale;

/** The part of the capacity page about documents and indexes, and what they take on disk. */
record StorageSections(CommitSizes sizes) {

    String text() {
        return documents() + indexes() + disk();
    }

    /** All documents on disk. */
    static long documentBytes() {
        return Math.round(EVENTS * DiskCost.ZSTD.document());
    }

    private String documents() {
        return section("Documents")
                + line("A bet's commit as `eventstore/mongodb` writes it, wallet id and command id UUIDs:")
                + line("")
                + line("| | bytes | |")
                + line("|---|---|---|")
                + line("| event, CBOR | %,d | measured |", sizes.payload())
                + line("| document without metadata | %,d | measured |", sizes.document())
                + line("| document with correlation, causation and traceparent | %,d | measured |", sizes.traced())
                + line(
                        "| %,d documents, not compressed | %,d GB | %,d × %,d |",
                        EVENTS, gb(EVENTS * sizes.document()), EVENTS, sizes.document());
    }

    private static String indexes() {
        return section("Indexes")
                + line(
                        "An entry is a key of MongoDB's KeyString (type byte, value, end byte) and the record id, which on a"
                                + " clustered collection is the")
                + line(
                        "encoded position; `_id` itself has no index there. Bytes on disk and traffic were measured with %s,",
                        IndexCost.MEASURED_WITH)
                + line(
                        "%s, by [`capacity/index.py`](capacity/index.py); bytes on disk are the file's, with the space that replaced pages have left in it.",
                        IndexCost.MEASURED_HOW)
                + line(
                        "Compressed, by Zstandard, random ids were measured with `--cache 2GB --checkpoint-every 60000`: 57.0 bytes are 45.8 there.")
                + line("")
                + line("| index | bytes a key | compressed | read a key | written a key | %,d keys |", EVENTS)
                + line("|---|---|---|---|---|---|")
                + row("`{c: 1}`, random command ids (UUIDv4)", IndexCost.RANDOM_COMMAND_IDS)
                + row("`{c: 1}`, time-ordered command ids (UUIDv7)", IndexCost.TIME_ORDERED_COMMAND_IDS)
                + row("`{a: 1, v: 1}`, wallet ids UUIDs as text", IndexCost.VERSIONS);
    }

    private static String row(String name, IndexCost cost) {
        return line(
                "| %s | %.1f | %s | %.0f | %.0f | %,d GB |",
                name,
                cost.bytes(),
                cost.disk() < cost.bytes() ? String.format(Locale.ROOT, "%.1f", cost.disk()) : "no",
                cost.bytesRead(),
                cost.bytesWritten(),
                gb(Math.round(EVENTS * cost.disk())));
    }

    private static String disk() {
        var rows = new StringBuilder();
        DiskCost.ALL.forEach(cost -> rows.append(line(
                "| %s | %.1f | %.1f | %.1f | %.1f |",
                cost.how(), cost.document(), cost.commandId(), IndexCost.VERSIONS.disk(), cost.together())));
        return section("Bytes on disk")
                + line("A bet alone in its commit, its command id a UUIDv7; documents measured by"
                        + " [`capacity/document.py`](capacity/document.py) with")
                + line("%s, %s. The aim is %d bytes.", IndexCost.MEASURED_WITH, DiskCost.MEASURED_HOW, DiskCost.AIM)
                + line("")
                + line("| blocks compressed by | document | `{c: 1}` | `{a: 1, v: 1}` | together |")
                + line("|---|---|---|---|---|")
                + rows
                + line("")
                + line(
                        "[Decision 17](decisions/0017-command-id-index.md) says why these and not `{a: 1, v: 1}`. %,d events: %,d GB"
                                + " of documents, **%,d GB** with both indexes.",
                        EVENTS, gb(documentBytes()), gb(Math.round(EVENTS * DiskCost.ZSTD.together())));
    }
}
