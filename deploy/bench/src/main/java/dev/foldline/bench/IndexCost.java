package dev.foldline.bench;

/**
 * What a key costs its index, measured by {@code docs/capacity/index.py}.
 *
 * @param bytes bytes in blocks that are not compressed, as they are in the cache too
 * @param disk bytes on disk, in blocks as the event store has them made
 * @param bytesRead bytes read into the cache for each key that is inserted
 * @param bytesWritten bytes written from the cache for each key that is inserted
 */
record IndexCost(double bytes, double disk, double bytesRead, double bytesWritten) {

    static final String MEASURED_WITH = "WiredTiger 11.3.1";
    static final String MEASURED_HOW = "2,000,000 keys, a cache of 32 MB, a checkpoint every 500,000 keys";

    static final IndexCost RANDOM_COMMAND_IDS = new IndexCost(51.2, 45.8, 5_310.7, 9_576.2);
    static final IndexCost TIME_ORDERED_COMMAND_IDS = new IndexCost(22.9, 14.2, 0, 20.4);
    static final IndexCost VERSIONS = new IndexCost(25.3, 25.3, 4_734.8, 9_394.8);
}
