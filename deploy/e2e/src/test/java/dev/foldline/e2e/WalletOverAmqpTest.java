package dev.foldline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.Sender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With a client that is not ours. */
@ExtendWith(Platform.Extension.class)
class WalletOverAmqpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String wallet = "w-" + UUID.randomUUID();
    private Client client;
    private Connection connection;
    private Receiver replies;
    private WalletClient wallets;

    @BeforeEach
    void connect(Platform platform) throws Exception {
        wallets = platform.wallets();
        wallets.open(wallet, "EUR");
        wallets.deposit(wallet, 1_000);
        URI broker = URI.create(platform.url(Platform.Server.AMQP));
        client = Client.create();
        connection = client.connect(broker.getHost(), broker.getPort(), new ConnectionOptions());
        replies = connection.openDynamicReceiver();
    }

    @AfterEach
    void disconnect() {
        connection.close();
        client.close();
    }

    @Test
    void a_command_is_answered_to_its_reply_address_with_its_own_correlation_id() throws Exception {
        UUID id = UUID.randomUUID();
        Message<?> request =
                Message.create(WalletClient.bet(wallet, "r-1", 250)).messageId(id);
        Message<?> reply = ask("place-bet", request);
        assertThat(reply.correlationId()).isEqualTo(id);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(reply.property("status")).isEqualTo(200);
        assertThat(reply.property("Idempotency-Key")).isEqualTo(id.toString());
        JsonNode body = json(reply);
        assertThat(body.path("aggregate").asText()).isEqualTo("wallet/" + wallet);
        assertThat(body.path("version").asLong()).isEqualTo(3);
        Answer balance = wallets.balance(wallet, (String) reply.property("Consistency-Token"));
        assertThat(balance.number("balanceMinor")).isEqualTo(750);
    }

    @Test
    void a_binary_body_is_read_and_answered_in_kind() throws Exception {
        byte[] body = WalletClient.bet(wallet, "r-1", 250).getBytes(StandardCharsets.UTF_8);
        Message<?> reply = ask("place-bet", Message.create(body).correlationId("mine"));
        assertThat(reply.correlationId()).isEqualTo("mine");
        assertThat(JSON.readTree((byte[]) reply.body()).path("version").asLong())
                .isEqualTo(3);
    }

    @Test
    void the_same_key_over_amqp_and_http_gives_the_same_answer() throws Exception {
        UUID key = UUID.randomUUID();
        Answer first = wallets.deposit(wallet, 5, key);
        Message<?> request = Message.create(WalletClient.amount(wallet, 5)).property("Idempotency-Key", key.toString());
        assertThat(json(ask("deposit", request))).isEqualTo(first.body());
    }

    @Test
    void a_refusal_and_a_bad_body_are_problems_as_over_http() throws Exception {
        Message<?> refused = ask("place-bet", Message.create(WalletClient.bet(wallet, "r-1", 5_000)));
        assertThat(refused.property("status")).isEqualTo(422);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(json(refused).path("code").asText()).isEqualTo("insufficient-funds");
        Message<?> bad = ask("place-bet", Message.create("nonsense"));
        assertThat(bad.property("status")).isEqualTo(400);
        assertThat(json(bad).path("code").asText()).isEqualTo("malformed-body");
    }

    @Test
    void a_query_is_answered_with_at_least_what_its_token_asks_for() throws Exception {
        Answer bet = wallets.placeBet(wallet, "r-1", 250);
        Message<?> query =
                Message.create("{\"walletId\":\"" + wallet + "\"}").property("Consistency-Token", bet.text("token"));
        Message<?> reply = request("wallet.query.wallet-balance", query);
        assertThat(reply.property("status")).isEqualTo(200);
        assertThat(json(reply).path("balanceMinor").asLong()).isEqualTo(750);
        Message<?> unknown = request("wallet.query.wallet-balance", Message.create("{\"walletId\":\"nobody\"}"));
        assertThat(unknown.property("status")).isEqualTo(404);
    }

    @Test
    void a_poison_message_without_a_reply_address_does_not_block_its_queue() throws Exception {
        try (Sender sender = connection.openSender("wallet.command.place-bet")) {
            sender.send(Message.create("nonsense")).awaitSettlement(10, TimeUnit.SECONDS);
        }
        assertThat(ask("place-bet", Message.create(WalletClient.bet(wallet, "r-1", 5)))
                        .property("status"))
                .isEqualTo(200);
    }

    private Message<?> ask(String command, Message<?> request) throws Exception {
        return request("wallet.command." + command, request);
    }

    private Message<?> request(String address, Message<?> request) throws Exception {
        try (Sender sender = connection.openSender(address)) {
            sender.send(request.replyTo(replies.address())).awaitSettlement(10, TimeUnit.SECONDS);
        }
        Delivery delivery = replies.receive(10, TimeUnit.SECONDS);
        assertThat(delivery).as("a reply").isNotNull();
        return delivery.message();
    }

    private static JsonNode json(Message<?> reply) throws Exception {
        return JSON.readTree((String) reply.body());
    }
}
