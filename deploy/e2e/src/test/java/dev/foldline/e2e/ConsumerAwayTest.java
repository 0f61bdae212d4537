package dev.foldline.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A projection is away while thousands of events come in. */
@Tag("one-topology")
@ExtendWith(Platform.Extension.class)
class ConsumerAwayTest {

    private static final int PLAYERS = 16;
    private static final int COMMANDS = 2_000;

    @Test
    void it_catches_up_and_has_missed_nothing(Platform platform) {
        assumeTrue(Platform.topology().isSplit(), "the projection has no process of its own");
        List<AppProcess> projections = platform.apps().of("projections/wallet-balance");
        projections.forEach(AppProcess::stop);
        List<Player> players;
        try {
            Load load = Load.of(PLAYERS, platform.wallets());
            load.awaitMore(COMMANDS);
            players = load.stop();
        } finally {
            projections.forEach(AppProcess::restart);
        }
        Audit.check(platform, players);
    }
}
