package dev.foldline.local.cli;

import dev.foldline.local.Ending;
import dev.foldline.local.LocalServers;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Ends processes: asks first, and kills what does not listen. */
final class Stopping {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private Stopping() {}

    /** Ends what lives of a run, the application before the servers it uses, and forgets the run. */
    static void stop(StateDirectory state, Run run, PrintStream out) throws IOException {
        tellOthers(state, run, out);
        for (RunningProcess process : run.alive().reversed()) {
            if (process.name().equals(RunningProcess.SERVICES)) {
                stopUnsupervised(run);
            }
            process.handle(run.id()).ifPresent(handle -> stop(process.name(), handle, out));
        }
        stopUnsupervised(run);
        LocalServers.stopOrphans(state.root());
        Run.forget(state);
    }

    /** Ends, side by side, applications whose supervisor was killed. */
    private static void stopUnsupervised(Run run) {
        List<Long> known = run.processes().stream().map(RunningProcess::pid).toList();
        List<ProcessHandle> left = RunningProcess.allOf(run.id())
                .filter(process -> !known.contains(process.pid()))
                .toList();
        left.forEach(ProcessHandle::destroy);
        left.stream().filter(process -> !Ending.ask(process, GRACE)).forEach(Ending::kill);
    }

    private static void tellOthers(StateDirectory state, Run run, PrintStream out) {
        try {
            run.asStopping().save(state);
        } catch (IOException e) {
            out.println("Cannot write to " + state.root() + ": " + e.getMessage());
        }
    }

    private static void stop(String name, ProcessHandle process, PrintStream out) {
        out.println("Stopping " + name + " ...");
        if (!Ending.ask(process, GRACE)) {
            out.println(name + " did not stop within " + GRACE.toSeconds() + " s; killing it.");
            Ending.kill(process);
        }
    }
}
