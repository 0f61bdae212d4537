package dev.foldline.functions.runtime.amqp;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the broker has been reached. A broker that goes away later is told as data and does not make the process
 * unready: commands over HTTP are still decided and stored, and projections read the log.
 */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {

    private final BrokerConnection broker;
    private volatile boolean reached;

    BrokerReadiness(BrokerConnection broker) {
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        boolean connected = broker.isConnected();
        reached |= connected;
        return HealthCheckResponse.named("foldline-broker")
                .status(reached)
                .withData("connected", connected)
                .build();
    }
}
