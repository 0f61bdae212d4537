package dev.foldline.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.eventstore.EventData;
import dev.foldline.eventstore.codec.EventCodec;
import dev.foldline.eventstore.codec.EventTable;
import dev.foldline.eventstore.codec.PayloadFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/**
 * Committed samples of events, which must stay readable for ever: a file {@code <alias>.<revision>.txt} for each, CBOR in
 * hexadecimal in its first line, JSON in its second. Thread-safe.
 *
 * @param <E> what the events have in common
 */
public final class EventSamples<E> {

    private final Class<?> test;
    private final String folder;
    private final EventTable<E> table;

    /**
     * @param test the test that the samples are resources of
     * @param folder where they are, e.g. {@code /samples}
     */
    public EventSamples(Class<?> test, String folder, EventTable<E> table) {
        this.test = test;
        this.folder = folder;
        this.table = table;
    }

    /** Fails unless the sample is read as this event, in each format. */
    public void assertReadable(String alias, int revision, E event) {
        String[] sample = sample(alias, revision);
        var codec = new EventCodec<>(table, PayloadFormat.CBOR);
        byte[] cbor = HexFormat.of().parseHex(sample[0]);
        assertThat(codec.decode(new EventData(alias, revision, cbor))).isEqualTo(event);
        assertThat(codec.decode(new EventData(alias, revision, sample[1].getBytes(UTF_8))))
                .isEqualTo(event);
    }

    /** Fails unless there is a sample for every name in the table, old revisions and aliases included. */
    public void assertComplete() {
        table.names().forEach((name, type) -> {
            String[] sample = sample(name.alias(), name.revision());
            for (byte[] payload : List.of(HexFormat.of().parseHex(sample[0]), sample[1].getBytes(UTF_8))) {
                var stored = new EventData(name.alias(), name.revision(), payload);
                assertThat(new EventCodec<>(table, PayloadFormat.CBOR).decode(stored))
                        .isInstanceOf(type);
            }
        });
    }

    /** Fails unless this event is written as the sample, under the same name. */
    public void assertWritten(String alias, int revision, E event) {
        EventData stored = new EventCodec<>(table, PayloadFormat.CBOR).encode(event);
        EventData json = new EventCodec<>(table, PayloadFormat.JSON).encode(event);
        assertThat(stored.alias()).isEqualTo(alias);
        assertThat(stored.revision()).isEqualTo(revision);
        assertThat(HexFormat.of().formatHex(stored.payload()) + "\n" + new String(json.payload(), UTF_8))
                .isEqualTo(String.join("\n", sample(alias, revision)));
    }

    private String[] sample(String alias, int revision) {
        String name = folder + "/" + alias + "." + revision + ".txt";
        try (InputStream in = test.getResourceAsStream(name)) {
            assertThat(in).as("the sample %s of %s", name, test.getName()).isNotNull();
            return new String(in.readAllBytes(), UTF_8).strip().split("\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
