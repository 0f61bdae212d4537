package dev.foldline.e2e;

import java.util.Locale;

/** How the handlers are spread over processes. The suite runs once for each, by {@code foldline.e2e.topology}. */
enum Topology {
    /** Everything in one process. */
    ALL_IN_ONE(false, 1),
    /** Everything in one process, which callers reach over a gateway and AMQP. */
    GATEWAY(false, 1),
    /** The wallet's functions are processes of their own, and the rest is one. */
    MIXED(true, 1),
    /** Each function is a process of its own, behind a gateway. */
    SPLIT(true, 1),
    /** As split, with two instances of each function, which append by way of the partitions' owners; there are two of those, too. */
    SPLIT_TWICE(true, 2);

    private final boolean split;
    private final int instances;

    Topology(boolean split, int instances) {
        this.split = split;
        this.instances = instances;
    }

    static Topology current() {
        String name = System.getProperty("foldline.e2e.topology", "all-in-one");
        return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Whether callers reach the wallet's handlers over AMQP, instead of directly. */
    boolean isOverAmqp() {
        return this != ALL_IN_ONE;
    }

    /** Whether the wallet's functions are processes of their own. */
    boolean isSplit() {
        return split;
    }

    /** Whether partitions have owners, by way of whom functions append that meet there; elsewhere they look for them in vain. */
    boolean isOwned() {
        return this == SPLIT_TWICE;
    }

    /** Whether everything is started in the wrong order, the servers last. */
    boolean isStartedBackwards() {
        return this != SPLIT_TWICE;
    }

    /** How many processes there are of each function. */
    int instances() {
        return instances;
    }
}
