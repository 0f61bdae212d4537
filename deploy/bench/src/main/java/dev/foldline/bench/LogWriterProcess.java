package dev.foldline.bench;

import dev.foldline.functions.runtime.amqp.OwnerMessaging;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A process that writes wallets when it is told to, as one of the functions of an aggregate does; ends with its parent. */
final class LogWriterProcess implements AutoCloseable {

    private static final String TELL = "tell";
    private static final String TOLD = "told";
    private static final String ACCEPTED = "accepted ";
    private static final String OPEN = "open ";

    /**
     * What a process has done.
     *
     * @param perSecond how many commands were accepted
     * @param compiling the part of the time in which it compiled its own code; more than 1 where it did with several threads
     */
    record Written(double perSecond, double compiling) {

        private static Written of(String line) {
            String[] figures = line.split(" ", 2);
            return new Written(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
        }

        private String line() {
            return perSecond + " " + compiling;
        }
    }

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

    static LogWriterProcess start(LogPlace place, Path log) throws IOException {
        var command = JavaProcess.main("-Xmx256m", LogWriterProcess.class, place.arguments());
        return new LogWriterProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    /** Begins to write with so many callers; {@link #result} waits for the end. */
    void order(int callers, Duration duration) {
        orders.println(callers + " " + duration.toMillis());
    }

    /** What has become of an order. */
    Written result() {
        return Written.of(answer());
    }

    /** Adds what was sent, and what was accepted of it. */
    void tell(SentCommands sent) {
        orders.println(TELL);
        for (String line = answer(); !line.equals(TOLD); line = answer()) {
            UUID id = UUID.fromString(line.substring(line.indexOf(' ') + 1));
            sent.sending(id);
            if (line.startsWith(ACCEPTED)) {
                sent.accepted(id);
            }
        }
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("a writer process has ended; it said: " + Files.readString(log));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes orders from the standard input until it ends. */
    public static void main(String[] arguments) throws IOException {
        LibraryLogs.warningsOnly();
        LogPlace place = LogPlace.of(arguments);
        if (place.amqpUrl().isEmpty()) {
            obey(place.sender());
            return;
        }
        try (var owners = OwnerMessaging.connect(place.amqpUrl().get())) {
            LogOwnerProcess.await(place, owners);
            obey(place.sender(owners));
        }
    }

    private static void obey(WriterSender writer) throws IOException {
        try (writer;
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var sent = new SentCommands();
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                if (order.equals(TELL)) {
                    tellParent(sent);
                } else {
                    System.out.println(write(order.split(" ", 2), new WalletTurns(writer, sent))
                            .line());
                }
            }
        }
    }

    private static Written write(String[] order, WalletTurns turns) {
        int callers = Integer.parseInt(order[0]);
        Duration duration = Duration.ofMillis(Long.parseLong(order[1]));
        // What others have written meanwhile is read before it counts.
        new ClosedLoop(callers, duration.dividedBy(2)).perSecond(turns);
        long compiled = compilingMillis();
        double perSecond = new ClosedLoop(callers, duration).perSecond(turns);
        return new Written(perSecond, (double) (compilingMillis() - compiled) / duration.toMillis());
    }

    private static long compilingMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    private static void tellParent(SentCommands sent) {
        var lines = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        sent.accepted().forEach(id -> lines.println(ACCEPTED + id));
        sent.open().forEach(id -> lines.println(OPEN + id));
        lines.println(TOLD);
        lines.flush();
    }

    @Override
    public void close() {
        JavaProcess.end(process);
    }
}
