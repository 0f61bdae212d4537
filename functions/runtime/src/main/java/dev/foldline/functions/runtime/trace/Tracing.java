package dev.foldline.functions.runtime.trace;

import dev.foldline.functions.Metadata;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans, where tracing is on. Where it is off, metadata is handed on untouched and nothing else happens. Thread-safe.
 */
@Singleton
public final class Tracing {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final @Nullable Tracer tracer;

    @Inject
    Tracing(Instance<OpenTelemetry> telemetry, @ConfigProperty(name = "foldline.tracing") Optional<String> collector) {
        this(collector.isPresent() && telemetry.isResolvable() ? telemetry.get() : null);
    }

    private Tracing(@Nullable OpenTelemetry telemetry) {
        this.tracer = telemetry == null ? null : telemetry.getTracer("dev.foldline");
    }

    /** Spans for this receiver. */
    public static Tracing to(OpenTelemetry telemetry) {
        return new Tracing(telemetry);
    }

    /** No spans. */
    public static Tracing off() {
        return new Tracing((OpenTelemetry) null);
    }

    /** Whether spans are made. */
    public boolean isOn() {
        return tracer != null;
    }

    /**
     * Does something within a span, which ends when it is done.
     *
     * @param metadata of the message: its trace context is the span's parent unless a span is current already
     * @param action is given the metadata with the span as its trace context
     */
    @SuppressWarnings("try") // the scope is there to be left
    public <T> CompletionStage<T> within(
            Hop hop, Map<String, String> metadata, Function<Map<String, String>, CompletionStage<T>> action) {
        if (tracer == null) {
            return action.apply(metadata);
        }
        Span span = start(tracer, hop, metadata);
        try (Scope ignored = span.makeCurrent()) {
            return action.apply(continued(metadata)).whenComplete((done, fault) -> end(span, fault));
        } catch (RuntimeException e) {
            end(span, e);
            throw e;
        }
    }

    /**
     * Begins a span for a message whose way goes on without it.
     *
     * @return ends the span, with the fault if there was one
     */
    public Ending begin(Hop hop, Map<String, String> metadata) {
        if (tracer == null || !metadata.containsKey(Metadata.TRACE_PARENT)) {
            return fault -> {};
        }
        Span span = start(tracer, hop, metadata);
        return fault -> end(span, fault);
    }

    /** Ends a span. */
    @FunctionalInterface
    public interface Ending {

        /** Ends it; null when all went well. */
        void end(@Nullable Throwable fault);
    }

    private static Span start(Tracer tracer, Hop hop, Map<String, String> metadata) {
        Context current = Context.current();
        Context parent = Span.fromContext(current).getSpanContext().isValid()
                ? current
                : W3C.extract(current, metadata, MetadataGetter.INSTANCE);
        return tracer.spanBuilder(hop.name())
                .setParent(parent)
                .setSpanKind(hop.kind())
                .startSpan();
    }

    private static Map<String, String> continued(Map<String, String> metadata) {
        var further = new HashMap<>(metadata);
        further.remove(Metadata.TRACE_STATE);
        W3C.inject(Context.current(), further, (carrier, key, value) -> further.put(key, value));
        return Map.copyOf(further);
    }

    private static void end(Span span, @Nullable Throwable fault) {
        if (fault != null) {
            span.setStatus(StatusCode.ERROR, fault.getClass().getSimpleName());
        }
        span.end();
    }
}
