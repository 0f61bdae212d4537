package dev.foldline.eventstore.archive;

import dev.foldline.eventstore.ArchiveCorruptException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * The manifests of one partition. Each is a file of its own that is never changed, and the one with the greatest number
 * counts; so of several who publish at once, one does.
 */
final class Manifests {

    /** Those before it may be of use to somebody who looks for what went wrong. */
    private static final int KEPT = 5;

    private static final String FILE = "manifest-";

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
        String prefix = place.directory() + FILE;
        List<String> names = StorageCalls.call(storage, () -> storage.list(prefix));
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

    /** Puts a manifest in the place of the one before it, unless somebody else has done so with another one. */
    boolean publish(Manifest manifest) {
        byte[] bytes = ManifestJson.write(manifest);
        boolean published = StorageCalls.call(storage, () -> storage.putIfAbsent(name(manifest.number()), bytes));
        if (published && manifest.number() > KEPT) {
            StorageCalls.call(storage, () -> {
                storage.delete(name(manifest.number() - KEPT));
                return manifest;
            });
        }
        return published;
    }

    private String name(long number) {
        return "%s%s%09d.json".formatted(place.directory(), FILE, number);
    }
}
