package dev.foldline.local.cli;

import dev.foldline.local.apps.Deployables;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The {@code supervisor} process: keeps the applications of a split run running until it is told to stop. */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {

    @Option(names = "--state-dir", required = true)
    private Path directory = StateOption.DEFAULT;

    @Option(names = "--run", required = true)
    private String run = "";

    @Option(names = Ports.HTTP_OPTION, required = true)
    private int httpPort;

    @Mixin
    private SplitOptions split = new SplitOptions();

    @Override
    public Integer call() throws Exception {
        var state = new StateDirectory(directory);
        Plan plan = Plan.of(
                Deployables.in(Path.of(System.getProperty("foldline.home", ""))),
                split,
                httpPort,
                new ArchiveReaders(state, System.getenv()));
        Supervisor supervisor = new Supervisor(state, run, plan);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop-applications"));
        supervisor.start();
        new CountDownLatch(1).await();
        return 0;
    }
}
