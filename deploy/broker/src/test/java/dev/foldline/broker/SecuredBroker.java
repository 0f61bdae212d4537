package dev.foldline.broker;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An Artemis of a configuration, with a user for each role: its name is the role's, and so is its password. */
final class SecuredBroker {

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final int port;

    private SecuredBroker(int port) {
        this.port = port;
    }

    static SecuredBroker start(String configuration, Path directory, List<String> roles) throws Exception {
        var broker = new SecuredBroker(freePort());
        Path file = Files.writeString(
                directory.resolve("broker.xml"), configuration.replace("0.0.0.0:5672", "127.0.0.1:" + broker.port));
        var settings = new FileConfiguration();
        new FileDeploymentManager(file.toUri().toString())
                .addDeployable(settings)
                .readConfiguration();
        settings.setBrokerInstance(directory.toFile());
        settings.setJMXManagementEnabled(false);
        broker.broker.setConfiguration(settings);
        broker.broker.setSecurityManager(users(roles));
        broker.broker.start();
        broker.broker.getActiveMQServer().waitForActivation(30, TimeUnit.SECONDS);
        return broker;
    }

    int port() {
        return port;
    }

    /** The queues that there are. */
    List<String> queues() {
        return List.of(broker.getActiveMQServer().getActiveMQServerControl().getQueueNames());
    }

    void stop() throws Exception {
        broker.stop();
    }

    private static ActiveMQJAASSecurityManager users(List<String> roles) {
        var users = new SecurityConfiguration();
        for (String role : roles) {
            users.addUser(role, role);
            users.addRole(role, role);
        }
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
