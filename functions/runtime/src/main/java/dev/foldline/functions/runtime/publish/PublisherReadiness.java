package dev.foldline.functions.runtime.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every publisher of this process has found its logs, and none stands still. */
@Readiness
@ApplicationScoped
public class PublisherReadiness implements HealthCheck {

    private final Publishers publishers;

    PublisherReadiness(Publishers publishers) {
        this.publishers = publishers;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> failures = publishers.failures();
        var response =
                HealthCheckResponse.named("foldline-publishers").status(publishers.areStarted() && failures.isEmpty());
        if (!failures.isEmpty()) {
            response.withData("failure", failures.getFirst());
        }
        return response.build();
    }
}
