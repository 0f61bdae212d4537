package dev.foldline.relay;

import dev.foldline.eventstore.EventLog;
import dev.foldline.eventstore.EventStore;
import dev.foldline.eventstore.LogDefinition;
import dev.foldline.functions.runtime.event.SourceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The relay of one context's logs. For one thread. */
final class ContextRelay {

    private final String context;
    private final EventStore store;
    private final Unannounced unannounced;
    private final Map<LogDefinition, EventLog> open = new HashMap<>();

    /** The heads at the last look: what is above them may be on its way still. */
    private final Map<LogDefinition, List<Long>> heads = new HashMap<>();

    ContextRelay(String context, EventStore store, Unannounced unannounced) {
        this.context = context;
        this.store = store;
        this.unannounced = unannounced;
    }

    /** Looks at every log once. */
    void look() {
        store.logs(context).forEach(this::look);
    }

    private void look(LogDefinition definition) {
        EventLog log = open.computeIfAbsent(definition, store::open);
        List<Long> before = heads.put(definition, log.heads());
        if (before != null) {
            unannounced.announce(SourceName.ofLog(context, definition.aggregateType()), log, before);
        }
    }

    @Override
    public String toString() {
        return context;
    }
}
