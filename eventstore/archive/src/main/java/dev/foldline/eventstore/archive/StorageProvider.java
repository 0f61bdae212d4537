package dev.foldline.eventstore.archive;

import java.net.URI;

/** Knows one kind of storage, by the scheme of its URLs. */
public interface StorageProvider {

    /** Whether it is this kind. */
    boolean supports(URI location);

    /** The storage at the URL; nothing is connected to before it is needed. */
    ArchiveStorage open(URI location);
}
