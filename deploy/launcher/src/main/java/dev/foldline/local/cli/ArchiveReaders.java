package dev.foldline.local.cli;

import dev.foldline.local.apps.Packaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run's archive is, and which applications are told of it: those that have what reads it, as others do not start when
 * they are told.
 *
 * @param environment the variables of the command that asks
 */
record ArchiveReaders(StateDirectory state, Map<String, String> environment) {

    static final String VARIABLE = "FOLDLINE_ARCHIVE_URL";

    private static final String JAR = "foldline-eventstore-archive-";

    /** The archive that the user has named, which every application is told of. */
    Optional<String> named() {
        return Optional.ofNullable(environment.get(VARIABLE)).filter(url -> !url.isBlank());
    }

    /** The archive that the user has named, or else the one beside the data. */
    String location() {
        return named().orElseGet(() -> state.archive().toUri().toString());
    }

    /** What tells an application of the archive, if it can read one. */
    Map<String, String> settings(Path jar, Packaging packaging) {
        return reads(jar, packaging) ? Map.of(VARIABLE, location()) : Map.of();
    }

    /** Whether an application has what reads archives, as far as can be seen: into an executable nobody can look. */
    static boolean reads(Path jar, Packaging packaging) {
        Path libraries = jar.resolveSibling("lib").resolve("main");
        if (packaging != Packaging.JVM || !Files.isDirectory(libraries)) {
            return false;
        }
        try (Stream<Path> files = Files.list(libraries)) {
            return files.anyMatch(file -> file.getFileName().toString().contains(JAR));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
