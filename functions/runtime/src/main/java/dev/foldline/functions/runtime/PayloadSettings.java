package dev.foldline.functions.runtime;

import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.eventstore.codec.PayloadFormat;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this process writes payloads; it reads what others write in any way. Thread-safe. */
@Singleton
public final class PayloadSettings {

    private final PayloadFormat format;
    private final int compressFrom;

    /**
     * @param format how events are written
     * @param compressFrom from how many bytes on a payload is compressed; 0 for never
     */
    public PayloadSettings(
            @ConfigProperty(name = "foldline.log.payload-format", defaultValue = "cbor") PayloadFormat format,
            @ConfigProperty(name = "foldline.log.compress-from", defaultValue = "0") int compressFrom) {
        this.format = format;
        this.compressFrom = compressFrom;
    }

    /** A codec that writes as the settings say. */
    public <E> EventCodec<E> codec(EventTable<E> table) {
        return new EventCodec<>(table, format).compressingFrom(compressFrom);
    }
}
