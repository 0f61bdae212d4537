package dev.foldline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a benchmark keeps its data and logs. They stay until the next run, for whoever wants to know more.
 *
 * @param path the directory
 */
record StateDirectory(Path path) {

    /** The directory with nothing in it. */
    Path fresh() throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                List<Path> leavesFirst = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : leavesFirst) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(path);
    }
}
