package dev.foldline.bench;

import dev.foldline.eventstore.mongodb.MongoOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that writes wallets when it is told to, as one of the functions of an aggregate does; ends with its parent. */
final class LogWriterProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    private final Path log;

    private LogWriterProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static LogWriterProcess start(String url, MongoOptions options, Path log) throws IOException {
        List<String> command = JavaProcess.main("-Xmx160m", LogWriterProcess.class, url, options.databasePrefix());
        return new LogWriterProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    /** Begins to write with so many callers; {@link #result} waits for the end. */
    void order(int callers, Duration duration) {
        orders.println(callers + " " + duration.toMillis());
    }

    /** How many commands were accepted per second. */
    double result() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("a writer process has ended; it said: " + Files.readString(log));
            }
            return Double.parseDouble(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes orders from the standard input until it ends. */
    public static void main(String[] arguments) throws IOException {
        LibraryLogs.warningsOnly();
        MongoOptions options = MongoOptions.defaults().withDatabasePrefix(arguments[1]);
        try (var sender = new WriterSender(arguments[0], options);
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", 2);
                int callers = Integer.parseInt(words[0]);
                Duration duration = Duration.ofMillis(Long.parseLong(words[1]));
                // What others have written meanwhile is read before it counts.
                new ClosedLoop(callers, duration.dividedBy(2)).perSecond(new WalletTurns(sender));
                System.out.println(new ClosedLoop(callers, duration).perSecond(new WalletTurns(sender)));
            }
        }
    }

    @Override
    public void close() {
        orders.close();
        process.onExit().join();
    }
}
