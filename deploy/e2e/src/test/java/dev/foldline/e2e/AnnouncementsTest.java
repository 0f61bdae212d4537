package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who only listens to the broker is told of every commit. */
@ExtendWith(Platform.Extension.class)
class AnnouncementsTest {

    private static final String QUEUE = "wallet.event.wallet::e2e-listener";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String wallet = "w-" + UUID.randomUUID();

    @Test
    void commits_made_while_the_broker_was_away_are_announced_when_it_is_back(Platform platform) throws Exception {
        assumeFalse(Platform.topology().isOverAmqp(), "a gateway reaches nobody without the broker");
        WalletClient wallets = platform.wallets();
        heard(platform, 0);
        wallets.open(wallet, "EUR");
        platform.whileAway(
                () -> {
                    for (int i = 0; i < 20; i++) {
                        assertThat(wallets.deposit(wallet, 5).status()).isEqualTo(200);
                    }
                },
                Platform.Server.AMQP);
        assertThat(wallets.deposit(wallet, 5).number("version")).isEqualTo(22);

        assertThat(heard(platform, 22))
                .isEqualTo(LongStream.rangeClosed(1, 22).boxed().collect(Collectors.toSet()));
    }

    /** The wallet's versions that the listener hears of, until there are so many. */
    private Set<Long> heard(Platform platform, int howMany) throws Exception {
        URI broker = URI.create(platform.url(Platform.Server.AMQP));
        Set<Long> versions = new TreeSet<>();
        try (Client client = Client.create();
                Connection connection = client.connect(broker.getHost(), broker.getPort());
                Receiver receiver = connection.openReceiver(QUEUE, topic())) {
            receiver.openFuture().get(10, TimeUnit.SECONDS);
            while (versions.size() < howMany) {
                Delivery delivery = receiver.receive(30, TimeUnit.SECONDS);
                assertThat(delivery).as("the next of %s", versions).isNotNull();
                byte[] body = (byte[]) delivery.message().body();
                var commit = JSON.readTree(new String(body, StandardCharsets.UTF_8));
                if (commit.path("aggregateId").asText().equals(wallet)) {
                    versions.add(commit.path("version").asLong() + 1);
                }
            }
        }
        return versions;
    }

    private static ReceiverOptions topic() {
        var options = new ReceiverOptions();
        options.sourceOptions().capabilities("topic");
        return options;
    }
}
