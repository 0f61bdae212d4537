package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.Metadata;
import dev.foldline.functions.runtime.edge.Headers;
import dev.foldline.functions.runtime.edge.Reply;
import io.vertx.amqp.AmqpMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.jspecify.annotations.Nullable;

/** A message that asks for something, as whatever client has written it. */
record AmqpRequest(AmqpMessage message) {

    /** The body as bytes, be it binary or text; empty when it is neither. */
    byte[] body() {
        return switch (message.unwrap().getBody()) {
            case Data data -> bytes(data.getValue());
            case AmqpValue value when value.getValue() instanceof Binary binary -> bytes(binary);
            case AmqpValue value when value.getValue() instanceof String text -> text.getBytes(StandardCharsets.UTF_8);
            case null, default -> new byte[0];
        };
    }

    /** An application property as text; null when it is not there. */
    @Nullable
    String property(String name) {
        var properties = message.unwrap().getApplicationProperties();
        Object value = properties == null ? null : properties.getValue().get(name);
        return value == null ? null : value.toString();
    }

    /** The application properties. A message id that is a UUID is as good as an {@code Idempotency-Key}. */
    Headers headers() {
        return name -> {
            String value = property(name);
            return value == null && name.equals(Reply.IDEMPOTENCY_KEY) ? uuidMessageId() : value;
        };
    }

    /** Trace context under the keys of metadata; empty when there is none. */
    Map<String, String> traceContext() {
        String parent = property(Metadata.TRACE_PARENT);
        String state = property(Metadata.TRACE_STATE);
        return parent == null
                ? Map.of()
                : state == null
                        ? Map.of(Metadata.TRACE_PARENT, parent)
                        : Map.of(Metadata.TRACE_PARENT, parent, Metadata.TRACE_STATE, state);
    }

    private @Nullable String uuidMessageId() {
        Object id = message.unwrap().getMessageId();
        return id != null && isUuid(id) ? id.toString() : null;
    }

    boolean wantsReply() {
        return message.replyTo() != null;
    }

    /** How long whoever sent it waits from now, and {@code most} at the most; not positive when it waits no longer. */
    Duration patience(Duration most) {
        long expiry = message.expiryTime();
        if (expiry == 0) {
            return most;
        }
        Duration left = Duration.ofMillis(expiry - System.currentTimeMillis());
        return left.compareTo(most) < 0 ? left : most;
    }

    private static boolean isUuid(Object id) {
        if (id instanceof UUID) {
            return true;
        }
        try {
            return id instanceof String text
                    && text.length() == 36
                    && UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(Binary binary) {
        int start = binary.getArrayOffset();
        return Arrays.copyOfRange(binary.getArray(), start, start + binary.getLength());
    }
}
