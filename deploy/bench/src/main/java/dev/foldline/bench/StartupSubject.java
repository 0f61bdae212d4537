package dev.foldline.bench;

import dev.foldline.local.apps.Deployable;
import dev.foldline.local.apps.Deployables;
import java.util.List;

/**
 * What is started, and the request that it is to answer.
 *
 * @param kind what it is
 * @param app the application
 * @param path the request
 * @param body JSON to post; empty for a request without
 * @param answer the status of an answer: others, such as 503, say that it cannot yet
 */
record StartupSubject(String kind, Deployable app, String path, String body, int answer) {

    private static final String READY = "/q/health/ready";
    private static final String BET =
            "{\"walletId\":\"nobody\",\"roundId\":\"r\",\"stakeMinor\":1,\"currency\":\"EUR\"}";

    /** One of each kind. What has no path of its own is asked whether it is ready: connected, and following its log. */
    static List<StartupSubject> of(Deployables apps) {
        return List.of(
                refusedBet("command", apps.function("wallet/place-bet")),
                ready("projection", apps.function("projections/wallet-balance")),
                new StartupSubject(
                        "query",
                        apps.function("wallet/wallet-balance"),
                        "/wallet/queries/wallet-balance?walletId=nobody",
                        "",
                        404),
                // It follows stored events: one that follows another context waits until somebody publishes them.
                ready("policy", apps.function("wallet/session-limit")),
                ready("gateway", apps.gateway()),
                refusedBet("all in one", apps.allInOne()));
    }

    /** A command that goes all the way to the log, and leaves nothing there. */
    private static StartupSubject refusedBet(String kind, Deployable app) {
        return new StartupSubject(kind, app, "/wallet/commands/place-bet", BET, 422);
    }

    private static StartupSubject ready(String kind, Deployable app) {
        return new StartupSubject(kind, app, READY, "", 200);
    }
}
