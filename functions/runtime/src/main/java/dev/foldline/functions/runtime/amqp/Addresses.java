package dev.foldline.functions.runtime.amqp;

import dev.foldline.functions.runtime.event.SourceName;

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

    /** Where a query that several answer in part is sent: every responder gets it. */
    static String gather(String context, String name) {
        return query(context, name) + ".all";
    }

    /** The queue that the instances of a responder share, as a fully qualified name: a queue's own name is unique in a broker. */
    static String gatherQueue(String context, String name, String responder) {
        String address = gather(context, name);
        return address + "::" + address + "." + responder;
    }

    /** Where it is asked for what a stream of published events has: one of the instances of its publisher answers. */
    static String feed(String context, String stream) {
        return context + ".feed." + stream;
    }

    /** Where a source's commits are announced: every logical handler gets them. */
    static String events(SourceName source) {
        return source.context() + (source.published() ? ".published." : ".event.") + source.name();
    }

    /** Where a policy is woken when a deadline of it is due: one of its instances is. */
    static String deadline(String context, String policy) {
        return context + ".deadline." + policy;
    }

    /** Where it is asked for appends to a log: the owner of the request's partition gets it. */
    static String log(String context, String aggregateType) {
        return context + ".log." + aggregateType;
    }

    /** The durable queue on which a logical handler hears of commits, as a fully qualified name. */
    static String eventQueue(SourceName source, String handler) {
        return events(source) + "::" + handler;
    }
}
