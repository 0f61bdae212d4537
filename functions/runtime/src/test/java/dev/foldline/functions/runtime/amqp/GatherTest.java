package dev.foldline.functions.runtime.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.foldline.eventstore.Token;
import dev.foldline.functions.GatherOptions;
import dev.foldline.functions.Gathered;
import dev.foldline.functions.InvalidValueException;
import dev.foldline.functions.QueryGateway;
import dev.foldline.functions.QuorumNotReachedException;
import dev.foldline.functions.runtime.FunctionCatalog;
import dev.foldline.functions.runtime.LocalGateways;
import dev.foldline.functions.runtime.LocalQueryGateway;
import dev.foldline.functions.runtime.amqp.Profiles.FindProfile;
import dev.foldline.functions.runtime.amqp.Profiles.Part;
import dev.foldline.functions.runtime.edge.Edges;
import dev.foldline.functions.runtime.edge.Headers;
import dev.foldline.functions.runtime.edge.QueryEdge;
import dev.foldline.functions.runtime.edge.Reply;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.local.LocalServers;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers are gathered from this process and from others, and who is missing is named. */
@SuppressWarnings("NullAway.Init")
class GatherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    static Path directory;

    private static LocalServers servers;
    private final List<TestProcess> processes = new ArrayList<>();
    private final Profiles.PartFunction money = new Profiles.MoneyFunction();
    private final Profiles.PartFunction games = new Profiles.GamesFunction();

    /** A process's ways in. */
    private record Member(QueryGateway gateway, QueryEdge edge) {}

    @BeforeAll
    static void startBroker() {
        servers = LocalServers.in(directory).broker().start();
    }

    @AfterAll
    static void stopBroker() {
        servers.close();
    }

    @AfterEach
    void stop() {
        processes.forEach(TestProcess::close);
    }

    @Test
    void one_part_is_answered_here_and_the_other_elsewhere() {
        Member first = start(money);
        start(games);
        Gathered<Part> gathered = awaitComplete(first);
        assertThat(gathered.answers())
                .isEqualTo(Map.of(
                        "money", Optional.of(new Part("p", "money", 0.1)),
                        "games", Optional.of(new Part("p", "games", 0.1))));
        assertThat(gathered.missing()).isEmpty();
    }

    @Test
    void of_the_instances_of_a_responder_one_is_asked() {
        start(money);
        start(money);
        start(games);
        Member asker = start();
        awaitComplete(asker);
        int before = money.asked();
        gather(asker, "p", PATIENCE, 2);
        assertThat(money.asked()).isEqualTo(before + 1);
    }

    @Test
    void a_responder_that_is_asked_here_is_not_asked_by_a_message_as_well() {
        Member asker = start(money);
        start(games);
        awaitComplete(asker);
        int before = money.asked();
        gather(asker, "p", PATIENCE, 2);
        gather(asker, "p", PATIENCE, 2);
        assertThat(money.asked()).isEqualTo(before + 2);
    }

    @Test
    void a_responder_that_has_found_nothing_has_answered() {
        start(games);
        Member asker = start(money);
        awaitComplete(asker);
        Gathered<Part> gathered = gather(asker, "nobody", PATIENCE, 2);
        assertThat(gathered.answers()).isEqualTo(Map.of("money", Optional.empty(), "games", Optional.empty()));
    }

    @Test
    void whoever_is_slow_away_or_broken_is_named_with_the_reason() {
        start(games);
        Member asker = start(money);
        awaitComplete(asker);
        assertThat(gather(asker, "slow", SHORT, 0).missing())
                .isEqualTo(Map.of("money", "deadline-exceeded", "games", "deadline-exceeded"));
        assertThat(gather(asker, "away", PATIENCE, 0).missing())
                .isEqualTo(Map.of("money", "unavailable", "games", "unavailable"));
        assertThat(gather(asker, "broken", PATIENCE, 0).missing())
                .isEqualTo(Map.of("money", "internal-error", "games", "internal-error"));
    }

    @Test
    void a_responder_that_nobody_has_started_is_missing_and_the_rest_is_there() {
        Member asker = start(money);
        Gathered<Part> gathered = gather(asker, "p", SHORT, 1);
        assertThat(gathered.answers()).containsOnlyKeys("money");
        assertThat(gathered.missing()).isEqualTo(Map.of("games", "deadline-exceeded"));
    }

    @Test
    void too_few_answers_are_a_fault_that_names_who_is_missing() {
        Member asker = start(money);
        assertThatThrownBy(() -> gather(asker, "p", SHORT, 2))
                .hasCauseInstanceOf(QuorumNotReachedException.class)
                .hasMessageContaining("games=deadline-exceeded");
        assertThatThrownBy(() -> gather(asker, "p", SHORT, 3)).hasCauseInstanceOf(InvalidValueException.class);
    }

    @Test
    void while_the_broker_is_away_what_is_here_is_answered() {
        start(games);
        Member asker = start(money);
        awaitComplete(asker);
        servers.broker().stop();
        try {
            await().untilAsserted(() -> {
                Gathered<Part> gathered = gather(asker, "p", PATIENCE, 1);
                assertThat(gathered.answers()).containsOnlyKeys("money");
                assertThat(gathered.missing()).isEqualTo(Map.of("games", "unavailable"));
            });
        } finally {
            servers.broker().start();
        }
        awaitComplete(asker);
    }

    @Test
    void over_http_the_parts_are_named_and_the_quorum_is_a_header() {
        start(games);
        start(money);
        Member asker = start();
        awaitComplete(asker);
        assertThat(ask(asker, "p", "2"))
                .isEqualTo("200 {'answers':{'games':{'of':'p','by':'games','share':0.1},"
                        + "'money':{'of':'p','by':'money','share':0.1}},'missing':{}}");
        assertThat(ask(asker, "nobody", null)).isEqualTo("200 {'answers':{'games':null,'money':null},'missing':{}}");
        assertThat(ask(asker, "away", null)).startsWith("504 ").contains("quorum-not-reached", "games=unavailable");
        assertThat(ask(asker, "away", "0")).startsWith("200 ").contains("'games':'unavailable'");
        assertThat(ask(asker, "p", "x")).startsWith("400 ").contains("invalid-value");
    }

    private Member start(Profiles.PartFunction... functions) {
        FunctionCatalog catalog = Profiles.catalog(functions);
        var process = new TestProcess(servers.broker().url(), catalog, Tracing.off());
        processes.add(process);
        LocalQueryGateway here = LocalGateways.queries(catalog, List.of(functions), process.vertx());
        var edges = new Edges(catalog, process.remote(), Tracing.off());
        QueryEdge edge = edges.queryEdge(here);
        new AmqpGathers(catalog, process.broker(), process.replies(), edge, Tracing.off()).start(new StartupEvent());
        return new Member(edges.queryGateway(here), edge);
    }

    /** Queues are there some time after those who answer have started. */
    private static Gathered<Part> awaitComplete(Member asker) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> gather(asker, "p", SHORT, 0), Gathered::isComplete);
    }

    private static Gathered<Part> gather(Member asker, String id, Duration patience, int quorum) {
        return asker.gateway()
                .gather(new FindProfile(id), Part.class, new GatherOptions(Token.NONE, patience, quorum))
                .toCompletableFuture()
                .join();
    }

    private static String ask(Member asker, String id, @Nullable String quorum) {
        Headers headers = name -> name.equals(Reply.QUORUM) ? quorum : null;
        Reply reply = asker.edge()
                .ask("test", "profile", Map.of("id", id), headers)
                .toCompletableFuture()
                .join();
        return reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8).replace('"', '\'');
    }
}
