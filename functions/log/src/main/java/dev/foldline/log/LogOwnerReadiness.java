package dev.foldline.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while every partition that is owned here is written; also without any: nobody needs an owner. */
@Readiness
@ApplicationScoped
public class LogOwnerReadiness implements HealthCheck {

    private final LogFunction owner;

    LogOwnerReadiness(LogFunction owner) {
        this.owner = owner;
    }

    @Override
    public HealthCheckResponse call() {
        String failure = owner.failure();
        var response = HealthCheckResponse.named("foldline-log-owner").status(failure == null);
        return (failure == null ? response : response.withData("failure", failure)).build();
    }
}
