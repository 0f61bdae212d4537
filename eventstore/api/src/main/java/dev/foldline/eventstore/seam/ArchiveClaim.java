package dev.foldline.eventstore.seam;

/**
 * Who moves commits between a partition's store and its archive claims the partition for one step, with the claim's number as
 * the compare-and-set: the next one is there once, and whoever made it has found all that the one before said. From then on
 * the one before counts for nothing, whether its owner has died or only stood still.
 *
 * @param number of the claim, from 1; 0 when there was none yet
 * @param through the partition's seal; 0 for none
 * @param manifest the greatest number of a manifest that was given to anybody; each is given once
 */
public record ArchiveClaim(long number, long through, long manifest) {

    /** What holds before the first. */
    public static final ArchiveClaim NONE = new ArchiveClaim(0, 0, 0);

    /** The next, which claims the number of a manifest for itself, greater than this one and all given before. */
    public ArchiveClaim ofManifest(long greaterThan) {
        return new ArchiveClaim(number + 1, through, Math.max(manifest, greaterThan) + 1);
    }

    /** The next, which seals; at 0 it takes the seal away. */
    public ArchiveClaim sealed(long position) {
        return new ArchiveClaim(number + 1, position, manifest);
    }
}
