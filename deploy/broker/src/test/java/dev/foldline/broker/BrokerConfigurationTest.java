package dev.foldline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.contracts.broker.BrokerConfiguration;
import dev.foldline.functions.contracts.broker.IndexedTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The committed configurations are those of the contracts and functions. {@code ./foldline contracts} writes them. */
@Tag("committed")
class BrokerConfigurationTest {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    @Test
    void the_committed_configuration_has_every_address_queue_and_permission() throws IOException {
        Path file = MODULE.resolve("broker.xml");
        String made =
                BrokerConfiguration.of(IndexedTopology.on(Thread.currentThread().getContextClassLoader()));
        if (Boolean.getBoolean("foldline.contracts.write")) {
            Files.writeString(file, made);
        }

        assertThat(file)
                .as("run ./foldline contracts and commit what it writes to deploy/broker/broker.xml")
                .hasContent(made);
    }

    @Test
    void the_embedded_broker_treats_addresses_in_the_same_way() throws IOException {
        Path embedded = MODULE.resolve("../local/src/main/resources/foldline-broker.xml");
        String text = Files.readString(embedded);
        String settings = BrokerConfiguration.addressSettings();
        if (Boolean.getBoolean("foldline.contracts.write")) {
            int start = text.indexOf("    <address-settings>\n");
            int end = text.indexOf("</address-settings>\n") + "</address-settings>\n".length();
            text = text.substring(0, start) + settings + text.substring(end);
            Files.writeString(embedded, text);
        }

        assertThat(text)
                .as("run ./foldline contracts and commit what it writes to %s", embedded)
                .contains(settings);
    }
}
