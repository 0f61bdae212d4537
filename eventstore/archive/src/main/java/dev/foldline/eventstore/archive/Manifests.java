package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.ArchiveCorruptException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The manifests of one partition. Each is a file of its own that is never changed, and the one with the greatest number
 * counts. Who writes one has claimed its number in the log's store, so no two ever write the same file, and the storage needs
 * no other promise than to keep what it is given.
 */
final class Manifests {

    /** Those before it may be of use to somebody who looks for what went wrong. */
    private static final int KEPT = 5;

    private final Place place;
    private final ArchiveStorage storage;

    Manifests(Place place, ArchiveStorage storage) {
        this.place = place;
        this.storage = storage;
    }

    /**
     * The manifest as it is now.
     *
     * @throws ArchiveCorruptException it cannot be read, or is not of this partition
     */
    Manifest latest() {
        List<String> names = names();
        return names.isEmpty() ? Manifest.empty(place) : read(names.getLast());
    }

    private Manifest read(String name) {
        byte[] bytes = StorageCalls.call(storage, () -> {
            try {
                return storage.read(name);
            } catch (NoSuchFileException e) {
                // Surpassed and deleted since it was listed.
                throw new IOException(e);
            }
        });
        try {
            Manifest manifest = ManifestJson.read(bytes);
            if (!manifest.place().equals(place) || !name.equals(name(manifest.number()))) {
                throw new IOException("it says that it is number " + manifest.number() + " of "
                        + manifest.place().directory());
            }
            return manifest;
        } catch (IOException e) {
            throw new ArchiveCorruptException(
                    "the manifest " + name + " in " + storage + " cannot be read: " + e.getMessage()
                            + ". Bring it back from a copy; until then nothing more leaves the store",
                    e);
        }
    }

    /**
     * Puts a manifest in the place of those before it.
     *
     * @throws ArchiveCorruptException what is read back is another one
     */
    void publish(Manifest manifest) {
        byte[] bytes = ManifestJson.write(manifest);
        String name = name(manifest.number());
        StorageCalls.call(storage, () -> storage.putIfAbsent(name, bytes));
        if (!read(name).equals(manifest)) {
            throw new ArchiveCorruptException(
                    name + " in " + storage
                            + " is another manifest than the one just written: does an archiver of another"
                            + " database write there? Nothing more leaves the store",
                    null);
        }
        names().stream().sorted(Comparator.reverseOrder()).skip(KEPT).forEach(this::delete);
    }

    private void delete(String name) {
        StorageCalls.call(storage, () -> {
            storage.delete(name);
            return name;
        });
    }

    /**
     * The names of all segments that a manifest names, also one that does not count.
     *
     * @throws ArchiveCorruptException one cannot be read
     */
    Set<String> segments() {
        return names().stream()
                .flatMap(name -> read(name).segments().stream())
                .map(SegmentInfo::name)
                .collect(Collectors.toSet());
    }

    private List<String> names() {
        return StorageCalls.call(storage, () -> storage.list(place.directory() + FileName.MANIFEST));
    }

    private String name(long number) {
        return place.directory() + FileName.ofManifest(number);
    }
}
