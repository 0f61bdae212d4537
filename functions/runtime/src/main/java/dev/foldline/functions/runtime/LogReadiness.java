package dev.foldline.functions.runtime;

import dev.foldline.functions.AggregateType;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the logs that this process writes are open and every partition is written. Looking opens what is not open yet,
 * so a process that started before its database becomes ready by itself.
 */
@Readiness
@ApplicationScoped
public class LogReadiness implements HealthCheck {

    private final WriterRegistry writers;
    private final Collection<AggregateType<?, ?, ?>> types;

    LogReadiness(WriterRegistry writers, LocalCommandGateway gateway) {
        this.writers = writers;
        this.types = gateway.aggregateTypes();
    }

    void start(@Observes StartupEvent event) {
        types.forEach(this::isOpen);
    }

    @Override
    public HealthCheckResponse call() {
        boolean open = types.stream().filter(type -> !isOpen(type)).toList().isEmpty();
        List<String> failures = writers.failures();
        var response = HealthCheckResponse.named("foldline-log").status(open && failures.isEmpty());
        if (!failures.isEmpty()) {
            response.withData("failure", failures.getFirst());
        }
        return response.build();
    }

    /** Whether the log is open; opens it when it is not. */
    private boolean isOpen(AggregateType<?, ?, ?> type) {
        return writers.writer(type).state() == CompletableFuture.State.SUCCESS;
    }
}
