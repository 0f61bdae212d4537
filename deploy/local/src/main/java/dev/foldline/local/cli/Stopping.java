package dev.foldline.local.cli;

import dev.foldline.local.Await;
import dev.foldline.local.LocalServers;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/** Ends processes: asks first, and kills what does not listen. */
final class Stopping {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private Stopping() {}

    /** Ends what lives of a run, the application before the servers it uses, and forgets the run. */
    static void stop(StateDirectory state, Run run, PrintStream out) throws IOException {
        tellOthers(state, run, out);
        for (RunningProcess process : run.alive().reversed()) {
            out.println("Stopping " + process.name() + " ...");
            stop(process, run, out);
        }
        LocalServers.stopOrphans(state.root());
        Run.forget(state);
    }

    private static void tellOthers(StateDirectory state, Run run, PrintStream out) {
        try {
            run.asStopping().save(state);
        } catch (IOException e) {
            out.println("Cannot write to " + state.root() + ": " + e.getMessage());
        }
    }

    private static void stop(RunningProcess process, Run run, PrintStream out) {
        process.handle(run.id()).ifPresent(ProcessHandle::destroy);
        if (ends(process, run, GRACE)) {
            return;
        }
        out.println(process.name() + " did not stop within " + GRACE.toSeconds() + " s; killing it.");
        process.handle(run.id()).ifPresent(ProcessHandle::destroyForcibly);
        ends(process, run, AFTER_KILL);
    }

    /** Also true for one that has died and waits for its parent to notice: it has no arguments any more. */
    private static boolean ends(RunningProcess process, Run run, Duration patience) {
        return Await.until(patience, () -> process.handle(run.id()).isEmpty());
    }
}
