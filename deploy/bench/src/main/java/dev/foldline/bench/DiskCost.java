package dev.foldline.bench;

import java.util.List;

/**
 * What a bet alone in its commit takes on disk, in bytes: its document and its entries of both indexes.
 *
 * @param how what compresses the blocks of the documents and of {@code {c: 1}}
 * @param document the document, measured by {@code docs/capacity/document.py}
 * @param commandId its entry of {@code {c: 1}}, the id being a UUIDv7
 */
record DiskCost(String how, double document, double commandId) {

    static final String MEASURED_HOW = "2,000,000 commits of 100,000 wallets, a cache of 256 MB";

    /** What a small event alone in its commit may take, with its share of both indexes, in bytes. */
    static final int AIM = 120;

    private static final double PLAIN = IndexCost.TIME_ORDERED_COMMAND_IDS.bytes();

    private static final DiskCost NOTHING = new DiskCost("nothing", 195.6, PLAIN);
    private static final DiskCost DEFAULT = new DiskCost("documents snappy, as MongoDB does unasked", 92.4, PLAIN);
    private static final DiskCost ZLIB = new DiskCost("both zlib", 66.1, 16.7);

    /** As the event store has them made where the server can. */
    static final DiskCost ZSTD =
            new DiskCost("**both Zstandard, as we ask for**", 62.1, IndexCost.TIME_ORDERED_COMMAND_IDS.disk());

    static final List<DiskCost> ALL = List.of(NOTHING, DEFAULT, ZLIB, ZSTD);

    double together() {
        return document + commandId + IndexCost.VERSIONS.disk();
    }
}
