package dev.foldline.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.utils.VersionLoader;
import org.jspecify.annotations.Nullable;

/** The broker, in this JVM, with its journal in a directory. */
final class ArtemisBroker implements LocalServer {

    private static final String CONFIGURATION = "foldline-broker.xml";

    /** It would log every message. The reference keeps the level from being forgotten with the logger. */
    private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

    private final Path directory;
    private final int port;
    private @Nullable EmbeddedActiveMQ broker;

    ArtemisBroker(Path directory, int port) {
        AUDIT.setLevel(Level.OFF);
        this.directory = directory;
        this.port = port;
    }

    @Override
    public String description() {
        return "embedded Artemis " + VersionLoader.getVersion().getFullVersion();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String url() {
        return "amqp://" + Loopback.HOST + ":" + port;
    }

    @Override
    public synchronized void start() {
        if (broker != null) {
            return;
        }
        EmbeddedActiveMQ starting = new EmbeddedActiveMQ();
        try {
            starting.setConfiguration(configuration());
            starting.start();
            starting.getActiveMQServer().waitForActivation(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            stop(starting);
            throw new LocalServerException("The broker did not start on port " + port + ": " + e.getMessage(), e);
        }
        broker = starting;
    }

    @Override
    public synchronized void stop() {
        EmbeddedActiveMQ stopping = broker;
        broker = null;
        if (stopping != null) {
            stop(stopping);
        }
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new LocalServerException("The broker did not stop: " + e.getMessage(), e);
        }
    }

    private Configuration configuration() throws Exception {
        FileConfiguration configuration = new FileConfiguration();
        new FileDeploymentManager(CONFIGURATION).addDeployable(configuration).readConfiguration();
        configuration.getAcceptorConfigurations().forEach(a -> a.getParams().putAll(Map.of("port", port)));
        configuration.setBrokerInstance(directory.toFile());
        return configuration
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
                .setJMXManagementEnabled(false);
    }
}
