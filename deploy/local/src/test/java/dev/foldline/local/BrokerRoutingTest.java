package dev.foldline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.amqp.AmqpSenderOptions;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client that names an address, and nothing else, gets. */
@SuppressWarnings("NullAway.Init")
class BrokerRoutingTest {

    @TempDir
    static Path directory;

    private static final Vertx VERTX = Vertx.vertx();
    private static LocalServers servers;
    private static AmqpConnection connection;

    @BeforeAll
    static void start() {
        servers = LocalServers.in(directory).broker().start();
        connection = Clients.amqp(VERTX, servers.broker().url());
    }

    @AfterAll
    static void stop() {
        Clients.await(VERTX.close());
        servers.close();
    }

    @Test
    void a_command_reaches_one_of_its_handlers_also_when_it_was_sent_before_there_was_one() throws Exception {
        send("wallet.command.deposit", "early");
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        receive("wallet.command.deposit", handled);
        receive("wallet.command.deposit", handled);
        send("wallet.command.deposit", "late");

        assertThat(next(handled)).isEqualTo("early");
        assertThat(next(handled)).isEqualTo("late");
        send("wallet.command.deposit", "last");
        assertThat(next(handled)).as("no message came twice").isEqualTo("last");
    }

    @Test
    void an_event_reaches_every_handlers_queue_and_waits_there_for_a_handler_that_is_away() throws Exception {
        BlockingQueue<String> balance = new LinkedBlockingQueue<>();
        BlockingQueue<String> statement = new LinkedBlockingQueue<>();
        AmqpReceiver away = receive("wallet.event.wallet::wallet-balance", balance);
        receive("wallet.event.wallet::wallet-statement", statement);
        send("wallet.event.wallet", "first");
        assertThat(next(balance)).isEqualTo("first");
        assertThat(next(statement)).isEqualTo("first");

        Clients.await(away.close());
        send("wallet.event.wallet", "second");
        assertThat(next(statement)).isEqualTo("second");
        receive("wallet.event.wallet::wallet-balance", balance);

        assertThat(next(balance)).isEqualTo("second");
    }

    @Test
    void handlers_of_one_queue_share_its_events() throws Exception {
        BlockingQueue<String> shared = new LinkedBlockingQueue<>();
        receive("jackpot.event.jackpot::winners", shared);
        receive("jackpot.event.jackpot::winners", shared);
        send("jackpot.event.jackpot", "once");
        send("jackpot.event.jackpot", "then");

        assertThat(next(shared)).isEqualTo("once");
        assertThat(next(shared)).isEqualTo("then");
    }

    @Test
    void a_gathering_query_reaches_all_instances() throws Exception {
        BlockingQueue<String> one = new LinkedBlockingQueue<>();
        BlockingQueue<String> other = new LinkedBlockingQueue<>();
        receive("wallet.query.wallet-balance.all", one);
        receive("wallet.query.wallet-balance.all", other);
        send("wallet.query.wallet-balance.all", "who?");

        assertThat(next(one)).isEqualTo("who?");
        assertThat(next(other)).isEqualTo("who?");
    }

    @Test
    void an_answer_reaches_the_address_the_broker_has_made_for_it() throws Exception {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        AmqpReceiver replies =
                Clients.await(connection.createReceiver(null, new AmqpReceiverOptions().setDynamic(true)));
        replies.handler(message -> answers.add(message.correlationId() + " " + message.bodyAsString()));
        Clients.await(connection.createReceiver("wallet.command.withdraw")).handler(this::answer);
        var sender = Clients.await(connection.createSender("wallet.command.withdraw"));
        sender.send(AmqpMessage.create()
                .replyTo(replies.address())
                .correlationId("c-1")
                .withBody("command")
                .build());

        assertThat(next(answers)).isEqualTo("c-1 done");
    }

    @Test
    void a_rejected_message_is_kept_as_a_dead_letter() throws Exception {
        BlockingQueue<String> dead = new LinkedBlockingQueue<>();
        AmqpReceiver refusing = Clients.await(connection.createReceiver(
                "wallet.command.settle-bet", new AmqpReceiverOptions().setAutoAcknowledgement(false)));
        refusing.handler(AmqpMessage::rejected);
        receive("foldline.dead-letter::DLQ.wallet.command.settle-bet", dead);
        send("wallet.command.settle-bet", "poison");

        assertThat(next(dead)).isEqualTo("poison");
    }

    private void answer(AmqpMessage command) {
        connection
                .createAnonymousSender()
                .onSuccess(sender -> sender.send(AmqpMessage.create()
                        .address(command.replyTo())
                        .correlationId(command.correlationId())
                        .withBody("done")
                        .build()));
    }

    private static void send(String address, String body) {
        var sender = Clients.await(connection.createSender(address, new AmqpSenderOptions()));
        Clients.await(sender.sendWithAck(
                AmqpMessage.create().durable(true).withBody(body).build()));
    }

    private static AmqpReceiver receive(String address, BlockingQueue<String> messages) {
        AmqpReceiver receiver = Clients.await(connection.createReceiver(address));
        return receiver.handler(message -> messages.add(message.bodyAsString()));
    }

    private static String next(BlockingQueue<String> messages) throws InterruptedException {
        String message = messages.poll(20, TimeUnit.SECONDS);
        return message == null ? "nothing" : message;
    }
}
