package dev.foldline.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything was started in the wrong order. */
@Tag("one-topology")
@ExtendWith(Platform.Extension.class)
class DeployOrderTest {

    private static final int PLAYERS = 4;
    private static final int COMMANDS = 40;

    @Test
    void each_waits_for_what_it_needs_projections_first_and_servers_last(Platform platform) {
        assumeTrue(Platform.isStartedBackwards(), "everything was started in the right order");
        Load load = Load.of(PLAYERS, platform.wallets());
        load.awaitMore(COMMANDS);
        Audit.check(platform, load.stop());
    }
}
