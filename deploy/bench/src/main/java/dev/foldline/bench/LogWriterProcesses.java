package dev.foldline.bench;

import dev.foldline.eventstore.mongodb.MongoOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that write the same partitions. */
final class LogWriterProcesses implements AutoCloseable {

    private final List<LogWriterProcess> processes = new ArrayList<>();

    /** Starts so many. */
    LogWriterProcesses(String url, MongoOptions options, int count, Path logs) throws IOException {
        for (int number = 0; number < count; number++) {
            processes.add(LogWriterProcess.start(url, options, logs.resolve("writer-" + number + ".log")));
        }
    }

    List<LogWriterProcess> all() {
        return processes;
    }

    @Override
    public void close() {
        processes.forEach(LogWriterProcess::close);
    }
}
