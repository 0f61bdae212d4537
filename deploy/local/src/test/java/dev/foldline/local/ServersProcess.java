package dev.foldline.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Servers in a JVM of their own, to be killed. */
final class ServersProcess implements AutoCloseable {

    private final Process process;

    private ServersProcess(Process process) {
        this.process = process;
    }

    /** Starts all three and returns when they answer. */
    static ServersProcess start(Path directory, int amqp, int mongodb, int postgres) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServersProcess.class.getName(),
                        directory.toString(),
                        Integer.toString(amqp),
                        Integer.toString(mongodb),
                        Integer.toString(postgres))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        if (!"ready".equals(output.readLine())) {
            throw new AssertionError("The servers did not start");
        }
        return new ServersProcess(process);
    }

    public static void main(String[] arguments) throws InterruptedException {
        LocalServers.in(Path.of(arguments[0]))
                .broker(Integer.parseInt(arguments[1]))
                .mongodb(Integer.parseInt(arguments[2]))
                .postgres(Integer.parseInt(arguments[3]))
                .start();
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
