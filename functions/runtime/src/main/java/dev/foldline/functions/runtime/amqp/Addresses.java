package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.EventSource;

/** The addresses of the platform's messages. */
final class Addresses {

    /** The terminus capability by which brokers tell an anycast address. */
    static final String QUEUE = "queue";

    /** The terminus capability by which brokers tell a multicast address. */
    static final String TOPIC = "topic";

    private Addresses() {}

    /** Where a command is sent: exactly one instance of its handler gets it. */
    static String command(String context, String name) {
        return context + ".command." + name;
    }

    /** Where a query is sent: one of the instances of its handler gets it. */
    static String query(String context, String name) {
        return context + ".query." + name;
    }

    /** Where an aggregate type's commits are announced: every logical handler gets them. */
    static String events(String context, String aggregateType) {
        return context + ".event." + aggregateType;
    }

    /** Where a stream's published commits are announced: every logical handler gets them. */
    static String published(String context, String stream) {
        return context + ".published." + stream;
    }

    /** Where a policy is woken when a deadline of it is due: one of its instances is. */
    static String deadline(String context, String policy) {
        return context + ".deadline." + policy;
    }

    /** The durable queue on which a logical handler hears of commits, as a fully qualified name. */
    static String eventQueue(EventSource<?> source, String handler) {
        String address = source.published()
                ? published(source.context(), source.name())
                : events(source.context(), source.name());
        return address + "::" + handler;
    }
}
