package dev.foldline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.broker.ContextClient.RefusedException;
import dev.foldline.functions.contracts.broker.BrokerConfiguration;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions of one context may do with another's addresses, and what they may not. */
@SuppressWarnings("NullAway.Init")
class ContextsApartTest {

    private static final String QUEUE = "queue";
    private static final String TOPIC = "topic";

    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static SecuredBroker broker;

    private final List<ContextClient> clients = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        broker = SecuredBroker.start(
                BrokerConfiguration.of(TwoContexts.topology()),
                directory,
                List.of("wallet", "jackpot", "gateway", "operator"));
    }

    @AfterAll
    static void stop() throws Exception {
        broker.stop();
        vertx.close();
    }

    @AfterEach
    void disconnect() {
        clients.forEach(ContextClient::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jackpot", "gateway", "wallet"})
    void everybody_may_send_a_command_and_hear_its_answer(String role) throws Exception {
        answering("wallet", "wallet.command.deposit");

        assertThat(client(role).ask("wallet.command.deposit", "please")).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jackpot", "gateway"})
    void everybody_may_ask_a_query(String role) throws Exception {
        answering("wallet", "wallet.query.balance");

        assertThat(client(role).ask("wallet.query.balance", "please")).isEqualTo("done");
    }

    @Test
    void a_gathering_query_reaches_the_responders_of_all_contexts() throws Exception {
        BlockingQueue<AmqpMessage> funds =
                client("wallet").receive("wallet.query.overview.all::wallet.query.overview.all.funds", TOPIC);
        BlockingQueue<AmqpMessage> prizes =
                client("jackpot").receive("wallet.query.overview.all::wallet.query.overview.all.prizes", TOPIC);

        client("gateway").send("wallet.query.overview.all", "who");

        assertThat(ContextClient.body(funds)).isEqualTo("who");
        assertThat(ContextClient.body(prizes)).isEqualTo("who");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wallet.event.wallet::wallet-balance",
                "wallet.event.wallet",
                "wallet.event.wallet::mine",
                "wallet.published.bets::wallet.policy.echo",
                "wallet.published.bets"
            })
    void a_foreign_context_reads_no_stored_events_and_nobody_elses_queue(String address) {
        assertThatThrownBy(() -> client("jackpot").receive(address, TOPIC)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> client("gateway").receive(address, TOPIC)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wallet.command.deposit",
                "wallet.query.balance",
                "wallet.feed.bets",
                "wallet.deadline.sessions",
                "wallet.log.wallet"
            })
    void a_foreign_context_takes_nothing_from_a_queue_that_is_not_its_own(String address) {
        assertThatThrownBy(() -> client("jackpot").receive(address, QUEUE)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> client("gateway").receive(address, QUEUE)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wallet.event.wallet", "wallet.published.bets", "wallet.deadline.sessions", "wallet.log.wallet"})
    void a_foreign_context_announces_no_events_and_no_deadlines_and_appends_nothing(String address) {
        assertThatThrownBy(() -> client("jackpot").announce(address, "forged")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> client("jackpot").send(address, "forged")).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_context_hears_its_own_stored_events() throws Exception {
        BlockingQueue<AmqpMessage> heard = client("wallet").receive("wallet.event.wallet::wallet-balance", TOPIC);

        client("wallet").announce("wallet.event.wallet", "committed");

        assertThat(ContextClient.body(heard)).isEqualTo("committed");
    }

    @Test
    void a_foreign_context_follows_a_published_stream_and_asks_its_feed() throws Exception {
        client("wallet").announce("wallet.published.bets", "published");
        answering("wallet", "wallet.feed.bets");

        assertThat(ContextClient.body(
                        client("jackpot").receive("wallet.published.bets::jackpot.policy.contributions", TOPIC)))
                .isEqualTo("published");
        assertThat(client("jackpot").ask("wallet.feed.bets", "please")).isEqualTo("done");
        assertThat(client("gateway").ask("wallet.feed.bets", "please")).isEqualTo("done");
    }

    @Test
    void a_context_is_woken_by_its_own_deadlines() throws Exception {
        client("wallet").send("wallet.deadline.sessions", "due");

        assertThat(ContextClient.body(client("wallet").receive("wallet.deadline.sessions", QUEUE)))
                .isEqualTo("due");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wallet.command.unknown", "mistaken", "wallet.event.unknown"})
    void no_address_is_made_by_mistake(String address) {
        assertThatThrownBy(() -> client("wallet").announce(address, "hello")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> client("wallet").receive(address, QUEUE)).isInstanceOf(RefusedException.class);
        assertThat(broker.queues()).doesNotContain(address);
    }

    @Test
    void only_an_operator_sees_dead_letters() throws Exception {
        var wallet = client("wallet");
        wallet.receiveAndReject("wallet.command.deposit");
        client("jackpot").send("wallet.command.deposit", "poison");
        String dead = "foldline.dead-letter::DLQ.wallet.command.deposit";

        assertThat(ContextClient.body(client("operator").receiveWhenThere(dead, TOPIC)))
                .isEqualTo("poison");
        assertThatThrownBy(() -> client("wallet").receive(dead, TOPIC)).isInstanceOf(RefusedException.class);
    }

    @Test
    void nobody_without_a_name_is_let_in() {
        assertThatThrownBy(() -> client("stranger")).isInstanceOf(RefusedException.class);
        assertThatCode(() -> client("wallet")).doesNotThrowAnyException();
    }

    private ContextClient client(String role) throws Exception {
        var client = new ContextClient(vertx, broker.port(), role);
        clients.add(client);
        return client;
    }

    private void answering(String role, String address) throws Exception {
        client(role).answer(address, "done");
    }
}
