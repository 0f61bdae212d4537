package dev.foldline.e2e;

import dev.foldline.e2e.Platform.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker is stopped under load, and killed, and comes back. */
@ExtendWith(Platform.Extension.class)
class BrokerRestartTest {

    private static final int PLAYERS = 8;
    private static final int COMMANDS_BETWEEN = 60;

    @Test
    void nothing_is_lost_or_doubled(Platform platform) {
        Load load = Load.of(PLAYERS, platform.wallets());
        load.awaitMore(COMMANDS_BETWEEN);
        platform.whileAway(() -> {}, Server.AMQP);
        load.awaitMore(COMMANDS_BETWEEN);
        platform.killBroker();
        load.awaitMore(COMMANDS_BETWEEN);
        Audit.check(platform, load.stop());
        platform.apps().awaitReady();
    }
}
