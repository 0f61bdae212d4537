package dev.foldline.functions.runtime.own;

import dev.foldline.eventstore.EventLog;
import dev.foldline.functions.runtime.trace.TracedAppends;
import dev.foldline.functions.runtime.trace.Tracing;
import dev.foldline.functions.runtime.write.CommitAppender;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this process appends to logs: itself, or by way of the partitions' owners as {@code foldline.log.owner} says. */
@Singleton
public final class Appenders {

    private final OwnerLink owners;
    private final OwnerUse use;
    private final Tracing tracing;
    private final MeterRegistry meters;

    public Appenders(
            OwnerLink owners,
            @ConfigProperty(name = "foldline.log.owner", defaultValue = "in-company") String use,
            Tracing tracing,
            MeterRegistry meters) {
        this.owners = owners;
        this.use = OwnerUse.of(use);
        this.tracing = tracing;
        this.meters = meters;
    }

    /** The appender of a log of the context. */
    public CommitAppender of(String context, EventLog log) {
        return TracedAppends.of(
                log.descriptor(), use == OwnerUse.NEVER ? CommitAppender.to(log) : byOwner(context, log), tracing);
    }

    private CommitAppender byOwner(String context, EventLog log) {
        var remote = new RemoteOwner(context, log.descriptor(), owners);
        var owner = new CountedOwner(remote, meters, log.descriptor().aggregateType());
        return new OwnedAppends(log, owner, use, OwnedAppends.Terms.DEFAULT);
    }
}
