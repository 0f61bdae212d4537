package dev.foldline.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which MongoDB is started: the one that has written the data that is there, else a {@code mongod} that {@code
 * FOLDLINE_MONGOD} names or that is on the {@code PATH}, else the stand-in.
 *
 * @param environment where the variables are looked up
 */
record MongoChoice(Map<String, String> environment) {

    private static final String VARIABLE = "FOLDLINE_MONGOD";

    LocalServer in(Path directory, Path logs, int port) {
        boolean standInData = Files.exists(StandInMongo.fileIn(directory));
        boolean mongodData = Files.exists(Mongod.dataIn(directory));
        Optional<Path> named = named();
        if (standInData && named.isPresent()) {
            throw new LocalServerException("The data in " + directory + " was written by the embedded stand-in, which "
                    + named.get() + " cannot read. Start empty with --fresh, or unset " + VARIABLE + ".");
        }
        if (standInData) {
            return new StandInMongo(directory, port);
        }
        Optional<Path> program = named.or(this::onPath);
        if (mongodData && program.isEmpty()) {
            throw new LocalServerException("The data in " + directory + " was written by a mongod, and there is none on"
                    + " the PATH now. Name it in " + VARIABLE + ", or start empty with --fresh.");
        }
        return program.<LocalServer>map(mongod -> new Mongod(mongod, directory, logs, port))
                .orElseGet(() -> new StandInMongo(directory, port));
    }

    private Optional<Path> named() {
        @Nullable String name = environment.get(VARIABLE);
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        if (!Files.isExecutable(Path.of(name))) {
            throw new LocalServerException(VARIABLE + " names " + name + ", which is not a program that can be run.");
        }
        return Optional.of(Path.of(name).toAbsolutePath());
    }

    private Optional<Path> onPath() {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, "mongod"))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
