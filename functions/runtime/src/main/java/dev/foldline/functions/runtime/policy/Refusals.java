package dev.foldline.functions.runtime.policy;

import dev.foldline.functions.CommandAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Counts a policy's commands that were refused, and tells of them: each reason once a minute at most. Thread-safe. */
final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final MeterRegistry registry;
    private final String policy;
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    Refusals(MeterRegistry registry, String policy) {
        this.registry = registry;
        this.policy = policy;
    }

    /** @param cause what the command came of, for people */
    void refused(Object command, UUID id, Object cause, CommandAnswer.Rejected reason) {
        registry.counter("foldline.policy.refused", "policy", policy, "code", reason.code())
                .increment();
        if (isToBeTold(reason.code())) {
            LOG.warnf(
                    "%s: %s %s, which came of %s, is refused: %s. Others refused for that in the next minute are counted only",
                    policy, command.getClass().getSimpleName(), id, cause, reason.code());
        }
    }

    private boolean isToBeTold(String code) {
        long now = System.nanoTime();
        Long before = told.get(code);
        if (before == null) {
            return told.putIfAbsent(code, now) == null;
        }
        return now - before > QUIET_NANOS && told.replace(code, before, now);
    }
}
