package dev.foldline.eventstore.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * Keeps files that are written once and never changed. Names are paths with {@code /} in between, of letters, digits, {@code
 * .}, {@code _} and {@code -}. What is written is there for good, and for all to see, when the call returns. Safe for use by
 * any number of threads and processes.
 *
 * <p>Every method throws an {@link IOException} when the storage cannot be reached; nothing is known about the outcome then,
 * and it is safe to do the same again.
 */
public interface ArchiveStorage extends AutoCloseable {

    /**
     * Writes a file whole, unless there is one of this name. Of several who write it at once, which they do only with the same
     * content, each may replace the other's.
     *
     * @return whether it was written
     */
    boolean putIfAbsent(String name, byte[] content) throws IOException;

    /**
     * A whole file.
     *
     * @throws NoSuchFileException there is none of this name
     */
    byte[] read(String name) throws IOException;

    /**
     * A part of a file.
     *
     * @return {@code length} bytes, or fewer where the file ends before
     * @throws NoSuchFileException there is none of this name
     */
    byte[] read(String name, long offset, int length) throws IOException;

    /** The names in a directory that begin with the prefix, which is the directory's name up to the last {@code /} and perhaps more, in their order. */
    List<String> list(String prefix) throws IOException;

    /** Deletes a file if there is one. */
    void delete(String name) throws IOException;

    @Override
    void close();

    /** Where it is, for people: a URL. */
    @Override
    String toString();
}
