package dev.foldline.local.cli;

import dev.foldline.local.Await;
import dev.foldline.local.LogFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** One run, as the command that started it sees it. */
final class Session {

    private static final int TAIL_LINES = 20;

    private final StateDirectory state;
    private final PrintStream out;
    private final Map<String, Process> processes = new ConcurrentHashMap<>();
    private Run run = new Run(UUID.randomUUID().toString(), false, List.of());
    private boolean ended;

    Session(StateDirectory state, PrintStream out) {
        this.state = state;
        this.out = out;
    }

    String id() {
        return run.id();
    }

    /** Starts a process of the run and tells other commands of it. */
    synchronized void start(
            String name, List<String> arguments, Map<String, String> environment, Map<String, String> addresses)
            throws IOException {
        if (ended) {
            throw new LauncherException("Stopped while starting.");
        }
        Process process =
                DetachedProcess.start(DetachedProcess.java(run.id(), arguments), environment, state.newLog(name));
        processes.put(name, process);
        run = run.with(RunningProcess.of(name, process.pid(), addresses));
        run.save(state);
    }

    /** Tells other commands the addresses of a process that are known only now that it runs. */
    synchronized void addresses(String name, Map<String, String> addresses) throws IOException {
        run = run.replacing(RunningProcess.of(name, process(name).pid(), addresses));
        run.save(state);
    }

    /**
     * Waits until a process of the run is ready.
     *
     * @throws LauncherException it has died, or was not ready in time; the message has the end of its log
     */
    void awaitReady(String name, Duration patience, BooleanSupplier ready) {
        Process process = process(name);
        boolean settled = Await.until(patience, () -> ready.getAsBoolean() || !process.isAlive());
        if (!process.isAlive()) {
            throw new LauncherException(end() == End.BY_ITSELF ? obituary(name) : "Stopped while starting.");
        }
        if (!settled) {
            throw new LauncherException(
                    "The process " + name + " was not ready within " + patience.toSeconds() + " s. " + lastWords(name));
        }
    }

    private Process process(String name) {
        Process process = processes.get(name);
        if (process == null) {
            throw new IllegalStateException("No process " + name);
        }
        return process;
    }

    /** Why a process of the run has ended. */
    enum End {
        /** This command was told to stop. */
        HERE,
        /** Another command has stopped the run. */
        ELSEWHERE,
        /** Nobody wanted it to. */
        BY_ITSELF
    }

    /** Waits until the first process of the run ends. */
    End awaitEnd() {
        CompletableFuture.anyOf(processes.values().stream().map(Process::onExit).toArray(CompletableFuture[]::new))
                .join();
        return end();
    }

    private synchronized End end() {
        if (ended) {
            return End.HERE;
        }
        boolean stillOurs = Run.find(state)
                .filter(current -> current.id().equals(run.id()) && !current.stopping())
                .isPresent();
        return stillOurs ? End.BY_ITSELF : End.ELSEWHERE;
    }

    /** What can be said about the processes that have ended by themselves. */
    String obituaries() {
        return String.join(
                "\n",
                processes.keySet().stream()
                        .filter(name -> !process(name).isAlive())
                        .map(this::obituary)
                        .toList());
    }

    private String obituary(String name) {
        return "The process " + name + " has stopped by itself (exit code "
                + process(name).exitValue() + "). " + lastWords(name);
    }

    /** The end of a process's log. */
    String lastWords(String name) {
        Path log = state.log(name);
        return "The end of " + log + ":\n\n" + LogFile.tail(log, TAIL_LINES).indent(4);
    }

    /** Stops what lives of the run. Nothing happens the second time. */
    synchronized void stop() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        if (!run.processes().isEmpty()) {
            Stopping.stop(state, run, out);
        }
    }

    /** Leaves the processes to themselves: from now on {@link #stop} does nothing. */
    synchronized void release() {
        ended = true;
    }
}
