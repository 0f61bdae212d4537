package dev.foldline.eventstore.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an archive has of a partition: segments without a hole, from position 1.
 *
 * @param number of this manifest, from 1; each takes the place of the one before; 0 for that of an empty archive
 */
record Manifest(Place place, long number, List<SegmentInfo> segments) {

    Manifest {
        segments = List.copyOf(segments);
    }

    static Manifest empty(Place place) {
        return new Manifest(place, 0, List.of());
    }

    /** Position of the last commit that is in the archive; 0 for none. */
    long last() {
        return segments.isEmpty() ? 0 : segments.getLast().last();
    }

    Manifest with(SegmentInfo segment) {
        var longer = new ArrayList<SegmentInfo>(segments);
        longer.add(segment);
        return new Manifest(place, number, longer);
    }

    Manifest withNumber(long greater) {
        return new Manifest(place, greater, segments);
    }

    /** The segments that have a commit after the position. */
    List<SegmentInfo> after(long position) {
        return segments.stream().filter(segment -> segment.last() > position).toList();
    }

    /** The segment that has the position, if any has. */
    Optional<SegmentInfo> segmentOf(long position) {
        int low = 0;
        int high = segments.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            SegmentInfo segment = segments.get(middle);
            if (position < segment.first()) {
                high = middle - 1;
            } else if (position > segment.last()) {
                low = middle + 1;
            } else {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    /** @throws IOException there is a hole */
    void requireDense() throws IOException {
        long next = 1;
        for (SegmentInfo segment : segments) {
            if (segment.first() != next || segment.last() < next) {
                throw new IOException("no segment begins at position " + next);
            }
            next = segment.last() + 1;
        }
    }
}
