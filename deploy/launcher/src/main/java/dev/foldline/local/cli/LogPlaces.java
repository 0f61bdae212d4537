package dev.foldline.local.cli;

import com.mongodb.ConnectionString;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where logs and their archive are, unless a command was told: where the environment says, or else where {@code up} has them.
 *
 * @param environment the variables of the command that asks
 */
record LogPlaces(StateDirectory state, Map<String, String> environment) {

    /** As seen by this process. */
    static LogPlaces of(StateOption state) {
        return new LogPlaces(state.directory(), System.getenv());
    }

    /**
     * The server.
     *
     * @param given what the command was told
     * @throws LauncherException none is named, and none was started
     */
    ConnectionString mongodb(@Nullable String given) {
        return new ConnectionString(Optional.ofNullable(given)
                .or(() -> Backend.MONGODB.external(environment))
                .or(this::started)
                .orElseThrow(() -> new LauncherException("There is no MongoDB to look into: nothing that runs from "
                        + state.root() + " has started one. Start it with ./foldline up, or name yours with"
                        + " --mongodb-url or FOLDLINE_MONGODB_URL.")));
    }

    private Optional<String> started() {
        return Run.find(state).stream()
                .flatMap(run -> run.alive().stream())
                .map(process -> process.addresses().get(Backend.MONGODB.label()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Where the archive is, or will be. */
    URI archive(@Nullable String given) {
        String location = given == null || given.isEmpty() ? archives().location() : given;
        return location.contains(":/")
                ? URI.create(location)
                : Path.of(location).toAbsolutePath().toUri();
    }

    /** Where the archive is; nothing when none is named, and none beside the data. */
    Optional<URI> existingArchive(@Nullable String given) {
        boolean named =
                (given != null && !given.isEmpty()) || archives().named().isPresent();
        return named || Files.isDirectory(state.archive()) ? Optional.of(archive(given)) : Optional.empty();
    }

    ArchiveReaders archives() {
        return new ArchiveReaders(state, environment);
    }
}
