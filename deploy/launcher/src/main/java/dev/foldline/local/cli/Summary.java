package dev.foldline.local.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a person wants to know once everything runs.
 *
 * @param url where the HTTP API is
 * @param documented whether it can be tried in a browser there
 */
record Summary(
        String url,
        boolean documented,
        Map<Backend, ServicesReport.Server> servers,
        StateDirectory state,
        boolean detached,
        Duration took) {

    void print(PrintStream out) {
        out.printf("%nFoldline is ready after %.1f s.%n%n", took.toMillis() / 1000.0);
        out.printf("  %-11s %s%n", "HTTP", url);
        if (documented) {
            out.printf("  %-11s %s/q/swagger-ui%n", "", url);
        }
        servers.forEach((backend, server) -> out.printf(
                "  %-11s %s  %s%n",
                backend.label(),
                server.external() ? Urls.withoutPassword(server.url()) : server.url(),
                server.description()));
        out.printf("  %-11s %s%n", "Data", state.root());
        out.printf("  %-11s %s, or ./foldline logs -f%n", "Logs", state.logs());
        standIn().ifPresent(out::print);
        out.printf("""

                Open a wallet:

                  curl -s -X POST %s/wallet/commands/open-wallet -H 'Content-Type: application/json' \
                -d '{"walletId":"w-1","playerId":"p-1","currency":"EUR"}'

                """, url);
        out.println(detached ? "./foldline down stops it." : "Ctrl-C stops it.");
    }

    private Optional<String> standIn() {
        return Optional.ofNullable(servers.get(Backend.MONGODB))
                .filter(ServicesReport.Server::standIn)
                .map(server -> """

                        MongoDB's stand-in is for development only: it has no transactions, no replication and no change
                        streams, and little of a server's speed. A mongod on the PATH or in FOLDLINE_MONGOD is
                        preferred to it when there is no data yet (--fresh).
                        """);
    }
}
