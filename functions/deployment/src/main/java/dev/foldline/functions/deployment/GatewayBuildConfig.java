package dev.foldline.functions.deployment;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an application is allowed to be. */
@ConfigMapping(prefix = "foldline.gateway")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface GatewayBuildConfig {

    /** Whether an application without any function is meant: one that serves its contracts' messages over AMQP. */
    @WithDefault("false")
    boolean enabled();
}
