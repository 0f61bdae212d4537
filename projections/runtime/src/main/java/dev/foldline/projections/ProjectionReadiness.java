package dev.foldline.projections;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every projection of this process has found its database and its log, and none stands still. */
@Readiness
@ApplicationScoped
public class ProjectionReadiness implements HealthCheck {

    private final Projections projections;

    ProjectionReadiness(Projections projections) {
        this.projections = projections;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> failures = projections.failures();
        var response = HealthCheckResponse.named("foldline-projections")
                .status(projections.areStarted() && failures.isEmpty());
        if (!failures.isEmpty()) {
            response.withData("failures", String.join("; ", failures));
        }
        return response.build();
    }
}
