package dev.foldline.local;

import com.mongodb.ConnectionString;
import dev.foldline.eventstore.tck.server.MongoServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The stand-in for MongoDB in a JVM of its own, to be killed. */
final class StandInProcess implements MongoServer {

    private final Path directory;
    private final int port = Loopback.freePort();
    private JavaChild process;

    StandInProcess(Path directory) {
        this.directory = directory;
        this.process = launch();
    }

    /** Runs until the standard input ends, as it does with the process that has started this one. */
    public static void main(String[] arguments) throws IOException {
        new StandInMongo(Path.of(arguments[0]), Integer.parseInt(arguments[1])).start();
        System.out.println("ready");
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(1);
    }

    private JavaChild launch() {
        JavaChild child =
                JavaChild.start(StandInProcess.class, List.of(directory.toString(), Integer.toString(port)), directory);
        try {
            if (!"ready".equals(child.output().readLine())) {
                throw new AssertionError("The stand-in did not start; its log is in " + directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return child;
    }

    @Override
    public ConnectionString connectionString() {
        return new ConnectionString("mongodb://" + Loopback.HOST + ":" + port + "/?directConnection=true");
    }

    @Override
    public boolean canBeKilled() {
        return true;
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void restart() {
        process = launch();
    }

    @Override
    public void close() {
        kill();
    }
}
