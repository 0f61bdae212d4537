package dev.foldline.local.cli;

import dev.foldline.local.LocalServers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops what runs. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops everything; the data stays.")
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private StateOption stateOption = new StateOption();

    @Override
    public Integer call() throws Exception {
        StateDirectory state = stateOption.directory();
        try (var _ = StateLock.take(state, PATIENCE)) {
            Run run = Run.find(state).orElse(null);
            boolean nothing = run == null || run.alive().isEmpty();
            if (run != null) {
                Stopping.stop(state, run, System.out);
            }
            LocalServers.stopOrphans(state.root());
            System.out.println(nothing ? "Nothing is running." : "Stopped.");
        }
        return 0;
    }
}
