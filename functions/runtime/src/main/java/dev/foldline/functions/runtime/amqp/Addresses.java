package dev.foldline.functions.runtime.amqp;

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

    /** The queue that the instances of a responder share, as a fully qualified name. */
    static String gatherQueue(String context, String name, String responder) {
        return gather(context, name) + "::" + responder;
    }

    /** Where an aggregate type's commits are announced: every logical handler gets them. */
    static String events(String context, String aggregateType) {
        return context + ".event." + aggregateType;
    }

    /** The durable queue on which a logical handler hears of commits, as a fully qualified name. */
    static String eventQueue(String context, String aggregateType, String handler) {
        return events(context, aggregateType) + "::" + handler;
    }
}
