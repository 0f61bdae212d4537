package dev.foldline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.local.LocalServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LibraryLogsTest {

    private static final String STAND_IN = "de.bwaldvogel.mongo.wire.MongoWireProtocolHandler";
    private static final List<String> CHATTY = List.of(STAND_IN, "org.mongodb.driver.protocol.command");

    @Test
    void no_process_of_a_benchmark_formats_what_nobody_reads() throws IOException {
        Process process = new ProcessBuilder(JavaProcess.main("-Xmx64m", LibraryLogsTest.class))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        try (var answers = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(answers.lines()).containsExactly(STAND_IN + " false", CHATTY.getLast() + " false");
        }
    }

    @Test
    void the_stand_in_formats_no_messages_wherever_it_runs(@TempDir Path directory) {
        try (LocalServers _ = LocalServers.in(directory).mongodb().start()) {
            assertThat(LoggerFactory.getLogger(STAND_IN).isDebugEnabled()).isFalse();
        }
    }

    /** Says which loggers are on in a process of a benchmark. */
    public static void main(String[] arguments) {
        LibraryLogs.warningsOnly();
        for (String name : CHATTY) {
            System.out.println(name + " " + LoggerFactory.getLogger(name).isDebugEnabled());
        }
    }
}
