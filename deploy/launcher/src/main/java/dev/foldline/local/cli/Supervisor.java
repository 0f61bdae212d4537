package dev.foldline.local.cli;

import dev.foldline.local.Await;
import dev.foldline.local.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Keeps the applications of a plan running and says how it is with them. Thread-safe. */
final class Supervisor {

    /** Shorter than the patience of those who wait for this process to end. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final StateDirectory state;
    private final String run;
    private final List<SupervisedApp> apps;
    private final Map<String, AppStatus> statuses = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<ProcessHandle> asked = new HashSet<>();

    Supervisor(StateDirectory state, String run, Plan plan) {
        this.state = state;
        this.run = run;
        // As many as there are processors: more would only make each of them slower.
        Semaphore turns = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
        this.apps = plan.apps().stream()
                .map(app -> new SupervisedApp(app, run, state, turns, this::changed))
                .toList();
        apps.forEach(app -> statuses.put(app.name(), app.status(AppStatus.State.STARTING)));
    }

    /** Begins to start them, in whatever order: each waits for what it needs. */
    synchronized void start() throws IOException {
        for (SupervisedApp app : apps) {
            state.newLog(app.name());
        }
        apps.forEach(app ->
                threads.add(Thread.ofVirtual().name("supervise " + app.name()).start(app)));
    }

    /** Ends all of them, side by side. */
    void stop() {
        synchronized (this) {
            threads.forEach(Thread::interrupt);
        }
        if (!Await.until(GRACE, () -> askThoseThatRun() == 0)) {
            ProcessHandle.current().children().forEach(Ending::kill);
        }
    }

    /** One that was just being started is asked the next time. */
    private long askThoseThatRun() {
        List<ProcessHandle> running = ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .toList();
        running.stream().filter(asked::add).forEach(ProcessHandle::destroy);
        return running.size();
    }

    private synchronized void changed(AppStatus status) {
        AppStatus before = statuses.put(status.name(), status);
        System.out.println(status.name() + " (pid " + status.pid() + ") at " + status.url() + ": " + status.describe());
        if (status.equals(before)) {
            return;
        }
        try {
            JsonFile.write(state.appsFile(), new AppsReport(run, List.copyOf(statuses.values())));
        } catch (IOException e) {
            System.err.println("Cannot write to " + state.root() + ": " + e.getMessage());
        }
    }
}
