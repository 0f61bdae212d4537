package dev.foldline.functions.runtime.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every policy of this process has found what it follows, and none stands still. */
@Readiness
@ApplicationScoped
public class PolicyReadiness implements HealthCheck {

    private final Policies policies;

    PolicyReadiness(Policies policies) {
        this.policies = policies;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> failures = policies.failures();
        var response =
                HealthCheckResponse.named("foldline-policies").status(policies.areStarted() && failures.isEmpty());
        if (!failures.isEmpty()) {
            response.withData("failures", String.join("; ", failures));
        }
        return response.build();
    }
}
