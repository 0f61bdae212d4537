package dev.foldline.functions.runtime.policy;

import dev.foldline.functions.CommandAnswer;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.CommandOptions;
import dev.foldline.functions.DeadlineExceededException;
import dev.foldline.functions.UnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends commands and waits for their answers. Blocks: for virtual threads. Thread-safe. */
final class PolicyCommands {

    private static final int MOST_ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

    /** A gateway answers in time, or says that it does not; this is for one that fails to. */
    private static final Duration RESERVE = Duration.ofSeconds(5);

    private final CommandGateway gateway;
    private final Duration timeout;

    /** @param timeout how long one attempt may take */
    PolicyCommands(CommandGateway gateway, Duration timeout) {
        this.gateway = gateway;
        this.timeout = timeout;
    }

    /**
     * Sends a command until it is decided.
     *
     * @return accepted or rejected
     * @throws UnavailableException it is contended again and again, or something is away: send it again later
     * @throws DeadlineExceededException nobody has answered: send it again later
     * @throws dev.foldline.functions.FaultException of another type: it is no use to send it again
     */
    CommandAnswer send(Object command, UUID id, Map<String, String> metadata) throws InterruptedException {
        var options = new CommandOptions(id, timeout, metadata);
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            CommandAnswer answer = answer(command, options);
            if (!(answer instanceof CommandAnswer.Contended)) {
                return answer;
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
        }
        throw new UnavailableException("command " + id + " is contended again and again", null);
    }

    private CommandAnswer answer(Object command, CommandOptions options) throws InterruptedException {
        try {
            return gateway.send(command, options)
                    .toCompletableFuture()
                    .get(timeout.plus(RESERVE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new DeadlineExceededException("the gateway has not answered to command " + options.commandId());
        }
    }
}
