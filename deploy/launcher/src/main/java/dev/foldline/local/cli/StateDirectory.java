package dev.foldline.local.cli;

import dev.foldline.local.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Where everything is that a run leaves behind: the servers' data, the logs, and what is running.
 *
 * @param root the directory; made when something is written to it
 */
record StateDirectory(Path root) {

    private static final String FORMAT = "1";
    private static final List<String> DATA = List.of("broker", "mongodb", "postgres", "archive");

    /** The project's own, unless another is given; relative paths are relative to where the command was called. */
    static StateDirectory of(Path given) {
        Path home = Path.of(System.getProperty("foldline.home", ""));
        return new StateDirectory(
                given.equals(StateOption.DEFAULT) ? home.resolve(given).toAbsolutePath() : given.toAbsolutePath());
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    Path runFile() {
        return root.resolve("run.json");
    }

    Path servicesFile() {
        return root.resolve("services.json");
    }

    Path appsFile() {
        return root.resolve("apps.json");
    }

    /** The old part of the logs that are in {@code mongodb}. */
    Path archive() {
        return root.resolve("archive");
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    /** A log that is not there yet; the one before it is kept beside it. */
    Path newLog(String process) throws IOException {
        Path log = log(process);
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, logs().resolve(process + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /**
     * Makes sure that the data, if there is any, is ours to use.
     *
     * @throws LauncherException another version of Foldline has written it
     */
    void claim() throws IOException {
        Files.createDirectories(root);
        Path format = root.resolve("format");
        if (Files.notExists(format)) {
            Files.writeString(format, FORMAT + "\n");
        }
        String found = Files.readString(format).strip();
        if (!found.equals(FORMAT)) {
            throw new LauncherException(root + " was written by another version of Foldline (format " + found
                    + ", this one writes " + FORMAT + "). Start empty with --fresh, or choose another --state-dir.");
        }
    }

    /** Deletes the servers' data, and nothing else. */
    void deleteData() throws IOException {
        for (String data : DATA) {
            Directories.delete(root.resolve(data));
        }
        Files.deleteIfExists(root.resolve("format"));
    }
}
