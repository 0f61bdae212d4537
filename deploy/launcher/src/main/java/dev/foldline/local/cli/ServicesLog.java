package dev.foldline.local.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** How the {@code services} process logs: one line each, and not every connection. */
final class ServicesLog {

    private static final String CONFIGURATION = """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=ALL
            java.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$-7s [%3$s] %5$s%6$s%n
            .level=INFO
            de.bwaldvogel.mongo.level=WARNING
            org.apache.activemq.audit.level=OFF
            org.mongodb.driver.level=WARNING
            """;

    private ServicesLog() {}

    static void configure() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
    }
}
