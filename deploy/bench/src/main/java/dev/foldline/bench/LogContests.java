package dev.foldline.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * The contests of the log. What one needs is made when it is asked for.
 *
 * @param appends of one process
 * @param writers of several processes
 * @param halfLoad of one process that could do twice as much
 * @param reads loads, scans and sizes
 */
record LogContests(AppendContests appends, WriterContests writers, HalfLoadContests halfLoad, ReadContests reads) {

    /**
     * The contests of these topics, in the order of {@link Topic}.
     *
     * @param callers how many callers at once
     */
    List<Contest> of(List<Topic> topics, List<Integer> callers) {
        return Stream.of(Topic.values())
                .filter(topics::contains)
                .flatMap(topic -> of(topic, callers).stream())
                .toList();
    }

    private List<Contest> of(Topic topic, List<Integer> callers) {
        return switch (topic) {
            case APPENDS -> appends.of(callers);
            case WRITERS -> writers.alone(callers);
            case OWNER -> writers.owned(callers);
            case HALF_LOAD ->
                halfLoad.of(callers.stream().mapToInt(Integer::intValue).max().orElseThrow());
            case LOADS -> reads.loads();
            case SNAPSHOT -> List.of(reads.snapshot());
            case READ -> List.of(reads.scan());
            case BYTES -> reads.sizes();
        };
    }
}
