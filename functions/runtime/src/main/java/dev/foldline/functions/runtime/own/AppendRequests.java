package dev.foldline.functions.runtime.own;

/** Where writers of other processes ask for appends. Thread-safe. */
public interface AppendRequests {

    /** From now on requests for partitions of the log, as many of them as come here, are answered by the owner. */
    void answer(String context, String aggregateType, PartitionOwner owner);
}
