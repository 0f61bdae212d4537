package dev.foldline.functions.runtime.policy;

import dev.foldline.eventstore.CheckpointStore;
import dev.foldline.eventstore.DeadlineStore;
import dev.foldline.functions.CommandGateway;
import dev.foldline.functions.runtime.CommitSubscriptions;
import dev.foldline.functions.runtime.follow.Feeds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies stand on.
 *
 * @param deadlines null when the application has no such store: its policies cannot schedule anything
 * @param commandTypes the commands of all contracts at hand
 * @param clock says what is due
 */
record PolicyPlatform(
        Feeds feeds,
        CommitSubscriptions subscriptions,
        CheckpointStore checkpoints,
        @Nullable DeadlineStore deadlines,
        WakeUps wakeUps,
        CommandGateway gateway,
        List<? extends Class<?>> commandTypes,
        MeterRegistry meters,
        InstantSource clock,
        Settings settings) {

    /**
     * How patient policies are.
     *
     * @param pollInterval between two looks at the heads of what they follow
     * @param commandTimeout for one attempt to send a command
     * @param deadlineInterval between two looks for what is due
     */
    record Settings(Duration pollInterval, Duration commandTimeout, Duration deadlineInterval) {}
}
