package dev.foldline.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foldline.functions.Publisher;
import dev.foldline.functions.RecordedEvent;
import java.time.Instant;
import java.util.List;

/**
 * Says what a publisher tells other contexts, example by example:
 *
 * <pre>{@code
 * PublisherSpec.of(new WalletPublisher()).about("w-1").when(new BetPlaced(ROUND, eur(500))).thenPublishes(new BetWasPlaced("w-1", 500, "EUR"));
 * }</pre>
 *
 * <p>Stored and published events go through their stored form on the way. Immutable and thread-safe.
 *
 * @param <E> what the stored events have in common
 * @param <P> what the published events have in common
 */
public final class PublisherSpec<E, P> {

    private final Publisher<E, P> publisher;
    private final String aggregateId;

    private PublisherSpec(Publisher<E, P> publisher, String aggregateId) {
        this.publisher = publisher;
        this.aggregateId = aggregateId;
    }

    /** A specification of this publisher. Events are about aggregate {@code a-1} unless said otherwise. */
    public static <E, P> PublisherSpec<E, P> of(Publisher<E, P> publisher) {
        return new PublisherSpec<>(publisher, "a-1");
    }

    /** What happens is about this aggregate. */
    public PublisherSpec<E, P> about(String id) {
        return new PublisherSpec<>(publisher, id);
    }

    /** This event is stored. Fails when what is published of it depends on more than the event. */
    public Published<P> when(E event) {
        RecordedEvent<E> recorded = Journal.empty(publisher.source()).next(aggregateId, Instant.EPOCH, event);
        List<P> published = publisher.publish(recorded);
        assertThat(publisher.publish(recorded))
                .as(
                        "when  %s is stored\nthen  what is published, asked twice, is the same (a publisher is pure)",
                        event)
                .isEqualTo(published);
        return new Published<>(
                "when  " + event + " is stored",
                new StoredForm<>(publisher.stream().events()).of(published));
    }

    /**
     * What is published of an event.
     *
     * @param <P> what the published events have in common
     */
    public static final class Published<P> {

        private final String step;
        private final List<P> published;

        private Published(String step, List<P> published) {
            this.step = step;
            this.published = published;
        }

        /** Exactly these events, in this order. */
        @SafeVarargs
        @SuppressWarnings("varargs") // List.of copies the array
        public final void thenPublishes(P... events) {
            assertThat(published).as("%s\nthen  this is published", step).isEqualTo(List.of(events));
        }

        /** Nothing: it is nobody else's business. */
        public void thenPublishesNothing() {
            assertThat(published).as("%s\nthen  nothing is published", step).isEmpty();
        }
    }
}
