package dev.foldline.e2e;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of one instance after another under load. */
@ExtendWith(Platform.Extension.class)
class KillTest {

    private static final int PLAYERS = 8;
    private static final int COMMANDS_BEFORE_A_KILL = 60;
    private static final List<String> VICTIMS =
            List.of("wallet/place-bet", "projections/wallet-balance", "wallet/deposit");

    @Test
    void what_was_acknowledged_is_in_the_log_once_and_every_balance_is_the_fold_of_its_events(Platform platform) {
        Load load = Load.of(PLAYERS, platform.wallets());
        for (String victim : VICTIMS) {
            load.awaitMore(COMMANDS_BEFORE_A_KILL);
            load.pace().killAndRestart(platform.apps().of(victim).getFirst());
        }
        Audit.check(platform, load.stop());
    }
}
