package dev.foldline.local.cli;

import dev.foldline.local.Await;
import dev.foldline.local.Loopback;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Keeps one application running: started, watched, and started again after a pause when it has ended by itself. */
final class SupervisedApp implements Runnable {

    /** How long an application that does not answer keeps others from starting. */
    private static final Duration TURN = Duration.ofSeconds(20);

    /** As shells say that there is no such program. */
    private static final int NOT_STARTED = 127;

    private final PlannedApp app;
    private final String run;
    private final StateDirectory state;
    private final Semaphore turns;
    private final Consumer<AppStatus> report;
    private final RestartPause pause = new RestartPause();
    private String url = "";
    private long pid;
    private int restarts;
    private int lastExit = AppStatus.NEVER;

    /**
     * Nothing is started yet.
     *
     * @param turns how many may be starting at once
     * @param report told of every change
     */
    SupervisedApp(PlannedApp app, String run, StateDirectory state, Semaphore turns, Consumer<AppStatus> report) {
        this.app = app;
        this.run = run;
        this.state = state;
        this.turns = turns;
        this.report = report;
    }

    String name() {
        return app.name();
    }

    AppStatus status(AppStatus.State now) {
        return new AppStatus(app.name(), app.packaging(), pid, url, now, restarts, lastExit);
    }

    /** Until the thread is interrupted; what runs then goes on running. */
    @Override
    public void run() {
        try {
            while (true) {
                long started = System.nanoTime();
                lastExit = live();
                report.accept(status(AppStatus.State.DOWN));
                Thread.sleep(pause.after(Duration.ofNanos(System.nanoTime() - started)));
                restarts++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its exit code. */
    private int live() throws InterruptedException {
        try {
            Process process = start();
            awaitReady(process);
            return process.waitFor();
        } catch (LauncherException e) {
            System.err.println(e.getMessage());
            return NOT_STARTED;
        }
    }

    private Process start() throws InterruptedException {
        turns.acquire();
        try {
            int port = app.port() == 0 ? Loopback.freePort() : app.port();
            url = "http://127.0.0.1:" + port;
            Process process = launch(port);
            pid = process.pid();
            report.accept(status(AppStatus.State.STARTING));
            Await.until(TURN, () -> !process.isAlive() || HttpProbe.answers(url));
            return process;
        } finally {
            turns.release();
        }
    }

    private Process launch(int port) {
        return DetachedProcess.start(command(), app.environment(port), state.log(app.name()));
    }

    private List<String> command() {
        List<String> options =
                switch (app.packaging()) {
                    case JVM -> DetachedProcess.options(run);
                    case NATIVE -> List.of(RunningProcess.mark(run));
                };
        try {
            return app.deployable().command(app.packaging(), options);
        } catch (IllegalStateException e) {
            throw new LauncherException(String.valueOf(e.getMessage()), e);
        }
    }

    private void awaitReady(Process process) throws InterruptedException {
        while (process.isAlive()) {
            if (HttpProbe.isReady(url)) {
                report.accept(status(AppStatus.State.READY));
                return;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
